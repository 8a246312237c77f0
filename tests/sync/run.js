/**
 * `npm run test:sync -- [--runs N] [--seed N] [--mutants]`: the model of three phones on a PostgreSQL
 * server, with crashes inside the process; or with broken variants of the product, each of which must
 * be caught.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { mutants } from './mutants.js';

const { values } = parseArgs({
	options: {
		runs: { type: 'string', default: '100' },
		seed: { type: 'string' },
		mutants: { type: 'boolean', default: false }
	}
});

/** @param {string} file @param {Record<string, string>} env @param {'inherit' | 'ignore'} stdio */
function passes(file, env, stdio) {
	const { status } = spawnSync(
		'npx',
		['vitest', 'run', '--config', 'tests/sync/vitest.config.ts', '--project', 'contract', file],
		{ stdio, env: { ...process.env, ...env } }
	);
	return status === 0;
}

const model = 'tests/integration/sync-model.test.ts';
const seed = values.seed ? { CARNET_SYNC_SEED: values.seed } : {};

if (values.mutants) {
	const survivors = mutants.filter(({ name }) => {
		const survived = passes(
			model,
			{ CARNET_MUTANT: name, CARNET_SYNC_RUNS: values.runs },
			'ignore'
		);
		process.stdout.write(`${survived ? 'SURVIVED' : 'caught  '}  ${name}\n`);
		return survived;
	});
	process.stdout.write(`${mutants.length - survivors.length} of ${mutants.length} caught\n`);
	process.exit(survivors.length === 0 ? 0 : 1);
} else {
	process.exit(passes(model, { ...seed, CARNET_SYNC_RUNS: values.runs }, 'inherit') ? 0 : 1);
}
