import { db, unitOfWork } from '$lib/server/db';
import {
	defineQueue,
	defineWorker,
	discardDeadLetters,
	enqueue,
	enqueueAll,
	listDeadLetters,
	maintenanceJobs,
	retryDeadLetters
} from '$lib/server/jobs';
import { sql } from 'kysely';
import * as v from 'valibot';
import { expect, inject, test } from 'vitest';
import { useDatabase } from '../support/database';
import { eventually } from '../support/eventually';
import { startTestJobs, useJobs } from '../support/jobs';

const numbered = v.object({ number: v.number() });
const plain = defineQueue({ name: 'test.plain', schema: numbered });
const flaky = defineQueue({
	name: 'test.flaky',
	schema: numbered,
	retries: 2,
	firstDelaySeconds: 1,
	longestDelaySeconds: 1
});
const done: number[] = [];
const attempts: { number: number; attempt: number; at: number }[] = [];
let healed = false;

useDatabase();
useJobs(() => [
	defineWorker(plain, async ({ number }) => void done.push(number)),
	defineWorker(flaky, async ({ number }, { attempt }) => {
		attempts.push({ number, attempt, at: performance.now() });
		if (number < 0 && !healed) throw new Error('never works');
		if (attempt < 2) throw new Error('works the second time');
	}),
	...maintenanceJobs({ db: db(), engine: inject('testDatabase').engine, close: async () => {} })
]);

test('a job is done once its unit of work has committed', async () => {
	await unitOfWork(() => enqueue(plain, { number: 1 }));
	await eventually(() => done.includes(1));
});

test('a job of a unit of work that is rolled back never existed', async () => {
	const lost = unitOfWork(async () => {
		await enqueue(plain, { number: 2 });
		throw new Error('the write is refused');
	});
	await expect(lost).rejects.toThrow('the write is refused');
	await unitOfWork(() => enqueue(plain, { number: 3 }));
	await eventually(() => done.includes(3));
	expect(done).not.toContain(2);
});

test('a job is invisible to workers until the commit', async () => {
	// The embedded engine has one session: there, nothing at all can look meanwhile.
	await unitOfWork(async () => {
		await enqueue(plain, { number: 4 });
		await sql`select pg_sleep(1.2)`.execute(db());
		expect(done).not.toContain(4);
	});
	await eventually(() => done.includes(4));
});

test('data that the queue does not accept are refused when they are added', async () => {
	await expect(enqueue(plain, { number: 'many' } as never)).rejects.toThrow();
});

test('jobs added together are all done, each once', async () => {
	const numbers = Array.from({ length: 40 }, (_, i) => 100 + i);
	await unitOfWork(() =>
		enqueueAll(
			plain,
			numbers.map((number) => ({ number }))
		)
	);
	await eventually(() => done.filter((n) => n >= 100).length >= 40, 30_000);
	expect(done.filter((n) => n >= 100).sort()).toEqual(numbers);
}, 40_000);

test('a failed attempt is repeated later, with its number', async () => {
	await enqueue(flaky, { number: 10 });
	await eventually(() => attempts.find((a) => a.number === 10 && a.attempt === 2));
	const [first, second] = attempts.filter((a) => a.number === 10);
	expect(second!.at - first!.at).toBeGreaterThan(400);
});

test('after its last attempt a job is a dead letter, which an administrator sees and sends again', async () => {
	await enqueue(flaky, { number: -1 });
	const [letter] = await eventually(async () => {
		const letters = await listDeadLetters();
		return letters.length > 0 && letters;
	}, 20_000);
	expect(letter).toMatchObject({ queue: 'test.flaky', data: { number: -1 }, attempts: 3 });

	healed = true;
	const before = attempts.length;
	expect(await retryDeadLetters([letter!.id])).toBe(1);
	await eventually(() => attempts.length >= before + 2);
	expect(await listDeadLetters()).toEqual([]);
}, 40_000);

test('a dead letter can be thrown away', async () => {
	healed = false;
	await enqueue(flaky, { number: -2 });
	const [letter] = await eventually(async () => {
		const letters = await listDeadLetters();
		return letters.length > 0 && letters;
	}, 20_000);
	await discardDeadLetters([letter!.id]);
	expect(await listDeadLetters()).toEqual([]);
}, 30_000);

test('starting twice keeps the queues and their waiting jobs', async () => {
	const again = await startTestJobs([defineWorker(plain, async () => {})]);
	await enqueue(plain, { number: 5 }, { notBefore: new Date(Date.now() + 3_600_000) });
	await again.stop();
	const waiting = await sql<{ count: number }>`
		select count(*) from pgboss.job where name = 'test.plain' and state = 'created'`.execute(db());
	expect(waiting.rows[0]!.count).toBe(1);
});

test('the daily clean-up is scheduled on the embedded engine only, and runs', async () => {
	const { rows } = await sql<{ name: string; cron: string; timezone: string }>`
		select name, cron, timezone from pgboss.schedule`.execute(db());
	const embedded = inject('testDatabase').engine === 'embedded';
	expect(rows).toEqual(
		embedded ? [{ name: 'database.vacuum', cron: '15 3 * * *', timezone: 'Europe/Paris' }] : []
	);
	for (const worker of maintenanceJobs({
		db: db(),
		engine: 'embedded',
		close: async () => {}
	}))
		await worker.handle({}, { id: 'x', attempt: 1, signal: AbortSignal.timeout(60_000) });
});
