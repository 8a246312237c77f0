import { db } from '$lib/server/db';
import { notificationJobs, notify } from '$lib/server/notifications';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { useDatabase } from '../support/database';
import { useJobs } from '../support/jobs';
import { anAcademie } from '../support/people';

useDatabase();
useJobs(
	() =>
		notificationJobs({
			sender: { send: async () => 'accepted', close: () => {} },
			origin: 'https://carnet.example',
			log: { error: () => {} } as never,
			clock: { now: () => new Date() },
			deadlines: [],
			news: []
		}),
	false
);

test('a circular to 30,000 people is in every inbox, and its push is cut into jobs of a hundred', async () => {
	const academie = await anAcademie();
	const people = await sql<{ id: string }>`
		insert into account (id, academie_code, role, identifier, email, first_name, last_name)
		select gen_random_uuid(), ${academie}, 'enseignant', 'essai' || n, 'essai' || n || '@example.org',
			'Anne', 'Sorel'
		from generate_series(1, 30000) as n
		returning id`.execute(db());
	const data = { circular: 'c1', title: 'Mouvement 2028', readBefore: null, corrects: false };
	const started = performance.now();
	const told = await notify(
		{ kind: 'circular-published', key: 'c1', to: people.rows.map(({ id }) => id), data },
		{ clock: { now: () => new Date('2027-09-15T10:00:00Z') } }
	);
	const seconds = (performance.now() - started) / 1000;
	expect(told).toBe(30_000);
	const { rows } = await sql<{ inboxes: number; jobs: number }>`
		select (select count(distinct account_id) from notification) as inboxes,
			(select count(*) from pgboss.job where name = 'notifications.push') as jobs`.execute(db());
	expect(rows[0]).toEqual({ inboxes: 30_000, jobs: 300 });
	process.stdout.write(`30,000 inboxes and 300 push jobs in ${seconds.toFixed(2)} s\n`);
}, 60_000);
