/** Child processes: on the project's own Node, with what the person types or stops passed on. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { isAtLeast } from './node-version.js';

const BIN = resolve('node_modules/.bin');

/** Packages from npm first, Node included: the same one on every machine. */
export const environment = () => ({
	...process.env,
	PATH: `${BIN}${delimiter}${process.env.PATH ?? ''}`
});

/** The Node that runs the product: the installed package's, else this one when it is recent enough. */
export function runtime() {
	const own = resolve(BIN, 'node');
	if (existsSync(own)) return own;
	if (isAtLeast(process.versions.node, [22, 17])) return process.execPath;
	throw new Error('Le paquet « node » n’est pas installé : lancez « npm ci ».');
}

/**
 * @typedef {object} RunOptions
 * @property {Record<string, string>} [env] added to the environment
 * @property {boolean} [quiet] keep the output, for the caller to print
 */

/**
 * Runs a command to its end.
 * @param {string[]} command @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run([file = '', ...args], { env = {}, quiet = false } = {}) {
	return new Promise((settle) => {
		const child = spawn(file, args, {
			env: { ...environment(), ...env },
			stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit'
		});
		let output = '';
		for (const stream of [child.stdout, child.stderr]) {
			stream?.on('data', (/** @type {Buffer} */ chunk) => (output += chunk.toString()));
		}
		// The terminal sends Ctrl-C to the whole group; a plain TERM reaches this process alone.
		const pass = (/** @type {NodeJS.Signals} */ signal) => void child.kill(signal);
		const wait = () => {};
		process.on('SIGTERM', pass).on('SIGINT', wait);
		child.once('error', (error) => settle({ code: 127, output: `${file} : ${error.message}\n` }));
		child.once('exit', (code) => {
			process.off('SIGTERM', pass).off('SIGINT', wait);
			settle({ code: code ?? 1, output });
		});
	});
}
