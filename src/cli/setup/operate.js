/** An operator's command (`npm run import -- agents.csv`): an entry of the production build. */
import { prepareSettings } from './settings.js';
import build from './build.js';
import { run, runtime } from './run.js';

/** @param {string[]} args name of the command, then its own arguments */
export default async function operate(args) {
	const failure = await build();
	if (failure) return failure;
	prepareSettings();
	return (await run([runtime(), 'build/cli/command-line.js', ...args])).code;
}
