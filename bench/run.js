/** `npm run bench NAME` bundles and runs `bench/NAME.bench.ts`. */
import { existsSync, readdirSync } from 'node:fs';

const name = process.argv[2] ?? '';
if (!existsSync(`bench/${name}.bench.ts`)) {
	const names = readdirSync('bench').filter((file) => file.endsWith('.bench.ts'));
	process.stderr.write(
		`Bancs : ${names.map((file) => file.replace('.bench.ts', '')).join(', ')}\n`
	);
	process.exit(2);
}
process.argv[2] = `bench/${name}.bench.ts`;
await import('../tools/run.js');
