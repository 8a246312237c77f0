/** A process that writes to the embedded database until it is killed; see durability.test.ts. */
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

const { module } = await runnerImport(resolve('tests/embedded/write-until-killed.ts'), {
	configFile: false,
	logLevel: 'error',
	resolve: { alias: { $lib: resolve('src/lib') } }
});
await module.writeUntilKilled(process.argv[2], process.argv[3]);
