/** `npm run dev`: the development server, on the settings and data that `npm start` prepared. */
import { existsSync } from 'node:fs';
import { install } from './install.js';
import { run, runtime } from './run.js';

/** @param {string[]} args passed to Vite */
export default async function dev(args) {
	if (!existsSync('.env')) {
		process.stderr.write('Lancez d’abord « npm start » : il écrit .env et les données.\n');
		return 1;
	}
	await install();
	return (await run([runtime(), 'node_modules/vite/bin/vite.js', 'dev', ...args])).code;
}
