/** `npm start`: from a clone to the running product. Each step is skipped when it is already done. */
import { nodeOptions } from '../node-options.js';
import build from './build.js';
import { run, runtime } from './run.js';
import { prepareSettings } from './settings.js';

export default async function start() {
	const failure = await build();
	if (failure) return failure;
	prepareSettings({ demo: true });
	return (await run([runtime(), ...nodeOptions, 'src/cli/serve.js'])).code;
}
