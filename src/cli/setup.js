/** First lines of every npm script: plain JavaScript, runs before the install. */
import { spawnSync } from 'node:child_process';
const [, , command = 'start'] = process.argv;
const run = (/** @type {string} */ file, /** @type {string[]} */ ...args) => {
	const { status } = spawnSync(file, args, { stdio: 'inherit' });
	if (status !== 0) process.exit(status ?? 1);
};
if (command === 'start') {
	run('npx', 'vite', 'build');
	run('npx', 'node', 'src/cli/serve.js');
}
