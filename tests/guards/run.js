/** `npm run test:guards`: removes each guard in turn; the tests that watch over it must turn red. */
import { spawnSync } from 'node:child_process';
import { mutants } from './mutants.js';

const only = process.argv[2];
const chosen = mutants.filter(({ name }) => !only || name.includes(only));

/** @param {typeof mutants[number]} mutant */
function survives({ name, project, test }) {
	const { status } = spawnSync(
		'npx',
		[
			...['vitest', 'run', '--config', 'tests/guards/vitest.config.ts'],
			...['--project', project, '--bail', '1', test]
		],
		{ stdio: 'ignore', env: { ...process.env, CARNET_MUTANT: name } }
	);
	return status === 0;
}

const survivors = chosen.filter((mutant) => {
	const survived = survives(mutant);
	process.stdout.write(`${survived ? 'SURVIVED' : 'caught  '}  ${mutant.name}\n`);
	return survived;
});
process.stdout.write(`${chosen.length - survivors.length} of ${chosen.length} caught\n`);
process.exit(survivors.length === 0 ? 0 : 1);
