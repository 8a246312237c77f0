/** A process that does jobs, made to be killed: it writes an effect, then dawdles. */
import { db, migrateToLatest, openDatabase, setRootDatabase } from '$lib/server/db';
import { defineQueue, defineWorker, startJobs } from '$lib/server/jobs';
import { sql } from 'kysely';
import { pino } from 'pino';
import * as v from 'valibot';
import { testBossSettings } from './job-settings';

export const effects = defineQueue({
	name: 'test.effect',
	schema: v.object({ number: v.number() }),
	retries: 20,
	firstDelaySeconds: 1,
	longestDelaySeconds: 1
});

const write = (number: number, worker: string) =>
	sql`insert into test_effect (number, worker, times) values (${number}, ${worker}, 1)
		on conflict (number) do update set times = test_effect.times + 1`.execute(db());

export const effectWorker = (name: string) =>
	defineWorker(
		effects,
		async ({ number }) => {
			await write(number, name);
			process.stdout.write(`effect ${number}\n`);
			// Long enough to be killed between the effect and its acknowledgement.
			await new Promise((resolve) => setTimeout(resolve, 150));
		},
		{ concurrency: 2 }
	);

export interface Effect {
	readonly number: number;
	readonly worker: string;
	readonly times: number;
}

/** The effects, once no job is left; null before. */
export async function effectsWhenDone(): Promise<Effect[] | null> {
	const left = await sql<{ count: number }>`
		select count(*) from pgboss.job where name = 'test.effect' and state <> 'completed'`.execute(db());
	if (left.rows[0]!.count > 0) return null;
	return (await sql<Effect>`select * from test_effect order by number`.execute(db())).rows;
}

/** Opens the database, with the queue, and closes both after `work`. */
export async function withWorker<T>(
	name: string,
	options: { databaseUrl: string | null; dataDir: string },
	work: () => Promise<T>
): Promise<T> {
	const database = await openDatabase(options);
	setRootDatabase(database.db);
	await migrateToLatest(database.db as never);
	await sql`create table if not exists test_effect (
		number integer primary key, worker text not null, times integer not null)`.execute(db());
	const jobs = await startJobs({
		database,
		log: pino({ level: 'silent' }),
		settings: testBossSettings,
		workers: [effectWorker(name)]
	});
	await jobs.work();
	try {
		return await work();
	} finally {
		await jobs.stop();
		setRootDatabase(undefined);
		await database.close();
	}
}

export default (name: string, databaseUrl: string, dataDir: string) =>
	withWorker(name, { databaseUrl: databaseUrl || null, dataDir }, async () => {
		process.stdout.write('working\n');
		await new Promise(() => {});
	});
