/**
 * Runs a TypeScript module of ours in its own process, through Vite, so that a test may kill it:
 * `node run-child.mjs <module> [arguments…]`. The module's default export is called with the arguments.
 */
import { resolve } from 'node:path';
import { createServer } from 'vite';

const [module, ...args] = process.argv.slice(2);
const vite = await createServer({
	appType: 'custom',
	logLevel: 'error',
	optimizeDeps: { noDiscovery: true, include: [] },
	server: { middlewareMode: true, watch: null, hmr: false, ws: false }
});
const { default: main } = await vite.ssrLoadModule(resolve(module ?? ''));
await main(...args);
