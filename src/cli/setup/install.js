/** Installs the packages of the lockfile, and only when they are not there already. */
import { readFileSync } from 'node:fs';
import { run } from './run.js';

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> }} Lockfile */

/** @param {string} path @returns {Lockfile | null} */
function read(path) {
	try {
		return JSON.parse(readFileSync(path, 'utf8'));
	} catch {
		return null;
	}
}

/**
 * Whether every package of the lockfile is installed; those for other platforms need not be.
 * @param {Lockfile | null} wanted @param {Lockfile | null} installed what npm writes when it has finished
 */
export function isInstalled(wanted, installed) {
	if (!wanted || !installed) return false;
	return Object.entries(wanted.packages).every(([path, { version, optional }]) => {
		if (path === '') return true;
		const present = installed.packages[path];
		return present ? present.version === version : optional === true;
	});
}

export async function install() {
	if (isInstalled(read('package-lock.json'), read('node_modules/.package-lock.json'))) return;
	process.stdout.write('Installation des paquets…\n');
	const { code } = await run(['npm', 'ci', '--no-audit', '--no-fund']);
	if (code !== 0) process.exit(code);
}
