/** One hash over all that a build is made of: the same hash, the same build. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOTS = [
	'src',
	'static',
	'migrations',
	'package-lock.json',
	'svelte.config.js',
	'tsconfig.json',
	'vite.config.ts'
];

/** @param {string} path @returns {string[]} */
function filesUnder(path) {
	if (statSync(path).isFile()) return [path];
	return readdirSync(path)
		.sort()
		.flatMap((name) => filesUnder(join(path, name)));
}

export function hashOfSources() {
	const hash = createHash('sha256');
	for (const file of ROOTS.flatMap(filesUnder)) {
		if (/\.test\.[jt]s$/.test(file)) continue;
		hash.update(file).update('\0').update(readFileSync(file)).update('\0');
	}
	return hash.digest('hex').slice(0, 12);
}
