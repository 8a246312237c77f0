/**
 * Bundles one TypeScript entry the way the server is bundled, and runs it: `node tools/run.js FILE [args]`.
 * For what needs the product's own modules outside the server: benches, data check, packaging.
 */
import { build } from 'vite';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

const [entry, ...args] = process.argv.slice(2);
if (!entry) throw new Error('usage: node tools/run.js FILE [arguments]');
const outDir = resolve('.test-build/run');
const { output } = /** @type {import('vite').Rolldown.RolldownOutput} */ (
	await build({
		configFile: false,
		logLevel: 'warn',
		resolve: { alias: { $lib: resolve('src/lib') } },
		build: {
			ssr: entry,
			outDir: `${outDir}/${entry.replaceAll(/[^\w]+/g, '-')}`,
			emptyOutDir: true,
			target: 'node22'
		}
	})
);
process.argv = [process.argv[0] ?? 'node', entry, ...args];
await import(
	pathToFileURL(`${outDir}/${entry.replaceAll(/[^\w]+/g, '-')}/${output[0].fileName}`).href
);
