/** The production build, made beside the present one and put in its place when it is whole. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { install } from './install.js';
import { keepRetiredFiles } from './retired-files.js';
import { run, runtime } from './run.js';
import { hashOfSources } from './sources.js';

const SOURCES = 'sources.txt';

/** @param {string} out @param {string} hash */
const isUpToDate = (out, hash) =>
	existsSync(join(out, SOURCES)) && readFileSync(join(out, SOURCES), 'utf8') === hash;

/**
 * Builds into `out` unless the sources have not changed since it was made; returns an exit code.
 * @param {string} out @param {string} kitDir
 */
export async function buildInto(out, kitDir) {
	const hash = hashOfSources();
	if (isUpToDate(out, hash)) return 0;
	process.stdout.write('Construction…\n');
	const next = `${out}.next`;
	const { code, output } = await run(
		[runtime(), 'node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
		{
			env: { CARNET_BUILD_DIR: next, CARNET_KIT_DIR: kitDir, CARNET_BUILD_ID: hash },
			quiet: true
		}
	);
	if (code !== 0) {
		process.stderr.write(output);
		return code;
	}
	keepRetiredFiles(out, next);
	writeFileSync(join(next, SOURCES), hash);
	rmSync(out, { recursive: true, force: true });
	renameSync(next, out);
	return 0;
}

export default async function build() {
	await install();
	return buildInto('build', '.svelte-kit');
}
