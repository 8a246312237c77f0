/** One measure, alone in its process: what it costs in time, in memory, and to others. */
import { systemClock, uuidv7 } from '$lib/core/shared';
import { migrateToLatest, openDatabase, setRootDatabase, type OpenDatabase } from '$lib/server/db';
import {
	ensureAcademies,
	importStorage,
	receiveImport,
	runImport,
	type ImportDeps
} from '$lib/server/institution';
import { duringRequest, giveWay } from '$lib/server/traffic';
import { sql } from 'kysely';
import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { bareUpsert } from './bare';

export type Pass = 'bare' | 'import' | 'requests';

export interface Measure {
	readonly ms: number;
	/** Highest resident memory in the first and in the last third, in MiB. */
	readonly memory: readonly [first: number, last: number];
	/** Time to answer 95 % of the requests made meanwhile. */
	readonly p95: number | null;
	readonly requests: number;
}

export interface PassOptions {
	readonly pass: Pass;
	readonly file: string;
	readonly dataDir: string;
	readonly databaseUrl: string | null;
}

async function importFile({ file, dataDir }: PassOptions) {
	const deps: ImportDeps = {
		clock: systemClock,
		newId: () => uuidv7(Date.now(), randomBytes(10)),
		storage: importStorage(dataDir),
		giveWay
	};
	const received = await receiveImport(
		{ fileName: 'bench.csv', body: createReadStream(file) },
		deps
	);
	if (!received.ok) throw new Error(received.error.code);
	const done = await runImport({ id: received.value.id }, deps);
	if (!done.ok || done.value.status !== 'applied' || done.value.agents.refused > 0)
		throw new Error(JSON.stringify(done));
}

/** Requests of four queries in a row, a new one every 40 ms, as signed-in people would make. */
async function makeRequests({ db }: OpenDatabase, signal: AbortSignal): Promise<number[]> {
	const times: number[] = [];
	const pending = new Set<Promise<void>>();
	while (!signal.aborted) {
		const started = performance.now();
		const request = duringRequest(async () => {
			for (let i = 0; i < 4; i++)
				await sql`select id from agent order by id limit 1 offset ${i}`.execute(db);
			times.push(performance.now() - started);
		}).finally(() => pending.delete(request));
		pending.add(request);
		await pause(40);
	}
	await Promise.all(pending);
	return times.sort((a, b) => a - b);
}

const peak = (samples: readonly number[]) => Math.round(Math.max(...samples) / 1_048_576);

export async function runPass(options: PassOptions): Promise<Measure> {
	const database = await openDatabase(options);
	setRootDatabase(database.db);
	await migrateToLatest(database.db as never);
	await ensureAcademies();
	const memory: number[] = [];
	const sampler = setInterval(() => memory.push(process.memoryUsage.rss()), 100);
	const over = new AbortController();
	const requests = options.pass === 'requests' ? makeRequests(database, over.signal) : [];
	const started = performance.now();
	await (options.pass === 'bare' ? bareUpsert(options.file) : importFile(options));
	const ms = performance.now() - started;
	over.abort();
	clearInterval(sampler);
	const times = await requests;
	await database.close();
	const third = Math.ceil(memory.length / 3);
	return {
		ms: Math.round(ms),
		memory: [peak(memory.slice(0, third)), peak(memory.slice(-third))],
		p95: times.length > 0 ? Math.round(times[Math.floor(times.length * 0.95)]!) : null,
		requests: times.length
	};
}
