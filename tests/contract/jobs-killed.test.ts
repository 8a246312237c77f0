import { db } from '$lib/server/db';
import { enqueueAll } from '$lib/server/jobs';
import { sql } from 'kysely';
import { afterAll, expect, inject, test } from 'vitest';
import { startChild, type Child } from '../support/child';
import { useDatabase } from '../support/database';
import { eventually } from '../support/eventually';
import { effects, effectsWhenDone, effectWorker } from '../support/job-worker';
import { useJobs } from '../support/jobs';
import { urlOf } from '../support/postgres';

useDatabase();
useJobs(() => [effectWorker('this one only adds')], false);

const children: Child[] = [];
afterAll(() => Promise.all(children.map((child) => child.kill())));

async function worker(name: string): Promise<Child> {
	const prepared = inject('testDatabase');
	if (prepared.engine !== 'postgresql') throw new Error('this test needs a server');
	const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db());
	const url = urlOf(prepared.admin, rows[0]!.name);
	const child = startChild('tests/support/job-worker.ts', name, url, '');
	children.push(child);
	await child.prints('working');
	return child;
}

test('two instances share the work; killing one with -9 loses none of it', async () => {
	const [first, second] = await Promise.all([worker('first'), worker('second')]);
	const numbers = Array.from({ length: 60 }, (_, number) => number);
	await enqueueAll(
		effects,
		numbers.map((number) => ({ number }))
	);
	await Promise.all([first.prints('effect'), second.prints('effect')]);
	await first.kill();

	const all = await eventually(effectsWhenDone, 60_000);
	expect(all.map((row) => row.number)).toEqual(numbers);
	expect(new Set(all.map((row) => row.worker))).toEqual(new Set(['first', 'second']));
	// Only what the dead process held in hand, two at a time, may have been done twice.
	expect(all.filter((row) => row.times > 1).length).toBeLessThanOrEqual(2);
	expect(all.every((row) => row.times <= 2)).toBe(true);
}, 90_000);
