/**
 * `npm run test:sync -- [--runs N] [--seed N] [--kill N] [--mutants]`: the model of three phones on a
 * PostgreSQL server, with crashes inside the process; or the product's own server killed N times; or
 * broken variants of the product, each of which must be caught.
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { mutants } from './mutants.js';

const { values } = parseArgs({
	options: {
		runs: { type: 'string' },
		seed: { type: 'string' },
		kill: { type: 'string' },
		mutants: { type: 'boolean', default: false }
	}
});

const MODEL = ['--project', 'contract', 'tests/integration/sync-model.test.ts'];
const KILLED = ['--project', 'built', 'tests/built/sync-killed.test.ts'];
/** Under this, starting another process takes longer than what it saves. */
const RUNS_PER_PROCESS = 100;

/**
 * @param {string[]} what @param {Record<string, string>} env @param {'inherit' | 'ignore'} stdio
 * @returns {Promise<boolean>}
 */
function passes(what, env, stdio) {
	const args = ['vitest', 'run', '--config', 'tests/sync/vitest.config.ts', ...what];
	const child = spawn('npx', args, { stdio, env: { ...process.env, ...env } });
	return new Promise((resolve) => child.once('exit', (code) => resolve(code === 0)));
}

/** Shared out between the cores, each part with its own database server and its own seed. */
async function model(/** @type {number} */ runs) {
	const parts = Math.max(1, Math.min(availableParallelism(), Math.floor(runs / RUNS_PER_PROCESS)));
	const seed = Number(values.seed ?? Date.now() % 1_000_000_000);
	process.stdout.write(`${runs} runs in ${parts} processes, from seed ${seed}\n`);
	const passed = await Promise.all(
		Array.from({ length: parts }, (_, part) =>
			passes(
				MODEL,
				{
					CARNET_SYNC_SEED: String(seed + part),
					CARNET_SYNC_RUNS: String(Math.ceil(runs / parts))
				},
				'inherit'
			)
		)
	);
	return passed.every(Boolean);
}

async function everyMutantIsCaught(/** @type {string} */ runs) {
	let caught = 0;
	for (const { name } of mutants) {
		const env = { CARNET_MUTANT: name, CARNET_SYNC_RUNS: runs };
		const survived = await passes(MODEL, env, 'ignore');
		process.stdout.write(`${survived ? 'SURVIVED' : 'caught  '}  ${name}\n`);
		if (!survived) caught++;
	}
	process.stdout.write(`${caught} of ${mutants.length} caught\n`);
	return caught === mutants.length;
}

const passed = values.mutants
	? await everyMutantIsCaught(values.runs ?? '300')
	: values.kill
		? await passes(KILLED, { CARNET_SYNC_KILLS: values.kill }, 'inherit')
		: await model(Number(values.runs ?? 100));
process.exit(passed ? 0 : 1);
