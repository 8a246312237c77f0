/**
 * What `npm start`, `npm run dev`, `npm run build`, `npm run import` and `npm test` call: plain
 * JavaScript for Node 20.19, without any dependency, since it runs before the install.
 */
import { refuseOldNode } from './setup/node-version.js';

refuseOldNode();

/** @type {Record<string, () => Promise<{ default: (args: string[]) => Promise<number> }>>} */
const commands = {
	start: () => import('./setup/start.js'),
	dev: () => import('./setup/dev.js'),
	build: () => import('./setup/build.js'),
	run: () => import('./setup/operate.js'),
	test: () => import('./setup/test.js')
};

const [name = '', ...args] = process.argv.slice(2);
const load = commands[name];
if (!load) {
	process.stderr.write(`Commandes : ${Object.keys(commands).join(', ')}\n`);
	process.exit(2);
}
const { default: command } = await load();
process.exit(await command(args));
