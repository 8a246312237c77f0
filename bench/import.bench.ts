/**
 * `npm run bench import [agents]`: a file of 30,000 agents, on the embedded database and on a
 * PostgreSQL server started for the occasion, both durable. Fails below 35 % of the bare upsert, when
 * memory grows, or when other requests wait.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runOn, startPostgres, urlOf } from '../tests/support/postgres';
import { testSettings } from '../tests/support/settings.js';
import { writeAgentsFile } from './import/agents-file';
import { runPass, type Measure, type Pass, type PassOptions } from './import/passes';

const LEAST_SHARE = 0.35;
const MOST_GROWTH = 1.5;
/** JavaScript heap the import is given, in MiB: a file that stays in memory would not fit. */
const HEAP = 96;
const MOST_WAIT_MS = 300;

const { NUMEN_KEY, DOCUMENT_KEYS, MEDICAL_KEYS } = testSettings;
const keys = { NUMEN_KEY, DOCUMENT_KEYS, MEDICAL_KEYS };

function measure(options: PassOptions): Measure {
	const output = execFileSync(
		process.execPath,
		[`--max-old-space-size=${HEAP}`, fileURLToPath(import.meta.url), JSON.stringify(options)],
		{ env: { ...process.env, ...keys }, stdio: ['ignore', 'pipe', 'inherit'] }
	);
	return JSON.parse(output.toString()) as Measure;
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

/** Measures one engine; `place` gives an empty database, or the one of that name again. */
async function bench(
	engine: string,
	files: { whole: string; part: string },
	place: (name: string) => Promise<Pick<PassOptions, 'dataDir' | 'databaseUrl'>>
): Promise<boolean> {
	const run = async (pass: Pass, file: string, name: string) =>
		measure({ pass, file, ...(await place(name)) });
	const bare = await run('bare', files.whole, 'bare');
	const ours = await run('import', files.whole, 'ours');
	const again = await run('import', files.whole, 'ours');
	const busy = await run('requests', files.part, 'busy');
	const share = bare.ms / ours.ms;
	const [first, last] = ours.memory;
	process.stdout.write(
		`${engine}\n` +
			`  bare upsert      ${seconds(bare.ms)}\n` +
			`  import           ${seconds(ours.ms)}, ${Math.round(share * 100)} % of its speed\n` +
			`  import again     ${seconds(again.ms)}, nothing to write\n` +
			`  memory           ${first} MiB in the first third, ${last} MiB in the last\n` +
			`  other requests   p95 ${busy.p95} ms over ${busy.requests} requests\n`
	);
	return share >= LEAST_SHARE && last <= first * MOST_GROWTH && busy.p95! <= MOST_WAIT_MS;
}

async function main(agents: number) {
	const folder = mkdtempSync(join(tmpdir(), 'carnet-bench-'));
	const files = { whole: join(folder, 'whole.csv'), part: join(folder, 'part.csv') };
	await writeAgentsFile(files.whole, agents);
	await writeAgentsFile(files.part, Math.ceil(agents / 5));
	const size = (statSync(files.whole).size / 1_000_000).toFixed(0);
	process.stdout.write(`${agents} agents, ${size} MB\n`);

	const embedded = await bench('embedded', files, async (name) => ({
		dataDir: join(folder, `embedded-${name}`),
		databaseUrl: null
	}));
	const server = await startPostgres();
	const durable = ['fsync = on', 'full_page_writes = on', 'synchronous_commit = on'];
	for (const setting of durable) await runOn(server.url, `alter system set ${setting}`);
	await runOn(server.url, 'select pg_reload_conf()');
	const made = new Set<string>();
	const postgresql = await bench('postgresql', files, async (name) => {
		if (!made.has(name)) await runOn(server.url, `create database ${name}`);
		made.add(name);
		return { dataDir: join(folder, `postgresql-${name}`), databaseUrl: urlOf(server.url, name) };
	});
	await server.stop();
	rmSync(folder, { recursive: true, force: true });
	process.exitCode = embedded && postgresql ? 0 : 1;
}

const [argument = '30000'] = process.argv.slice(2);
if (argument.startsWith('{'))
	process.stdout.write(JSON.stringify(await runPass(JSON.parse(argument) as PassOptions)));
else await main(Number(argument));
