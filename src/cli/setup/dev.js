/** `npm run dev`: the development server, on the same settings and data as `npm start`. */
import { install } from './install.js';
import { run, runtime } from './run.js';
import { prepareSettings } from './settings.js';

/** @param {string[]} args passed to Vite */
export default async function dev(args) {
	await install();
	prepareSettings({ demo: true });
	return (await run([runtime(), 'node_modules/vite/bin/vite.js', 'dev', ...args])).code;
}
