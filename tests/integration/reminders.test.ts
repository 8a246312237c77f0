import {
	notificationSettingsEntity,
	wallTime,
	type NotificationSettings
} from '$lib/core/notifications';
import { civilDate } from '$lib/core/shared';
import { db } from '$lib/server/db';
import { deadlineSources } from '$lib/server/deadline-sources';
import { inbox, notificationJobs, remind } from '$lib/server/notifications';
import { writePersonalRow } from '$lib/server/sync';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { useDatabase } from '../support/database';
import { useJobs } from '../support/jobs';
import { anAccount } from '../support/people';

let now = new Date();
const clock = { now: () => now };
const remindNow = (at: string) => {
	now = new Date(at);
	return remind({ sources: deadlineSources }, { clock });
};

useDatabase('file');
useJobs(
	() =>
		notificationJobs({
			sender: { send: async () => 'accepted', close: () => {} },
			origin: 'https://carnet.example',
			log: { error: () => {} } as never,
			clock,
			deadlines: deadlineSources,
			news: []
		}),
	false
);
beforeEach(async () => {
	await sql`update reminder_clock set reminded_until = '2027-09-01T00:00:00Z'`.execute(db());
});

async function aPersonWith(
	deadline: { date: string; done?: boolean },
	settings: NotificationSettings | null = null
) {
	const { id } = await anAccount();
	if (settings) {
		const key = { accountId: id, id, version: crypto.randomUUID() };
		await writePersonalRow(notificationSettingsEntity, key, () => settings);
	}
	const row = crypto.randomUUID();
	const body = { id: row, title: 'Rendre le dossier', done: false, ...deadline };
	await db()
		.insertInto('personal_row')
		.values({
			...{ account_id: id, type: 'personal-deadline', id: row, rev: 1 },
			...{ version: crypto.randomUUID(), body: JSON.stringify(body) }
		})
		.execute();
	return { id, row };
}

const remindersFor = async (accountId: string) =>
	(await inbox(accountId)).map(({ title, at }) => {
		const { date } = wallTime(at, 'Europe/Paris');
		return `${date} ${title.split('\u00a0:')[0]!.replace('\u00a0', ' ')}`;
	});

test('walking through September, each reminder is in the inbox once, the day it is due', async () => {
	const { id } = await aPersonWith({ date: '2027-09-30' });
	for (let hour = 0; hour < 30 * 24; hour += 7) {
		await remindNow(new Date(Date.UTC(2027, 8, 1, hour)).toISOString());
	}
	expect((await remindersFor(id)).reverse()).toEqual([
		'2027-09-15 Dans 15 jours',
		'2027-09-23 Dans 7 jours',
		'2027-09-27 Dans 3 jours',
		'2027-09-30 Aujourd’hui'
	]);
});

test('two instances that look together announce once', async () => {
	const { id } = await aPersonWith({ date: '2027-09-30' });
	await remindNow('2027-09-15T04:00:00Z');
	now = new Date('2027-09-15T06:00:00Z');
	await Promise.all([1, 2, 3].map(() => remind({ sources: deadlineSources }, { clock })));
	expect(await remindersFor(id)).toEqual(['2027-09-15 Dans 15 jours']);
});

test('what is done is not announced; what is moved is announced for its new date', async () => {
	const done = await aPersonWith({ date: '2027-09-30', done: true });
	const moved = await aPersonWith({ date: '2027-09-30' });
	await remindNow('2027-09-14T12:00:00Z');
	await remindNow('2027-09-15T12:00:00Z');
	await sql`
		update personal_row set body = body || ${JSON.stringify({ date: civilDate('2027-10-01') })}::jsonb
		where id = ${moved.row}::uuid`.execute(db());
	await remindNow('2027-09-16T12:00:00Z');
	expect(await remindersFor(done.id)).toEqual([]);
	expect((await remindersFor(moved.id)).reverse()).toEqual([
		'2027-09-15 Dans 15 jours',
		'2027-09-16 Dans 15 jours'
	]);
});

test('after a week off, one reminder tells the most pressing of what was missed', async () => {
	const { id } = await aPersonWith({ date: '2027-09-30' });
	await remindNow('2027-09-10T12:00:00Z');
	await remindNow('2027-09-24T12:00:00Z');
	expect(await remindersFor(id)).toEqual(['2027-09-24 Dans 7 jours']);
	await remindNow('2027-10-01T12:00:00Z');
	expect(await remindersFor(id)).toHaveLength(1);
});

test('each person chooses the days, or none', async () => {
	const early = await aPersonWith({ date: '2027-09-30' }, { reminderDays: [30, 1] });
	const never = await aPersonWith({ date: '2027-09-30' }, { reminderDays: [] });
	for (let day = 0; day < 30; day++) {
		await remindNow(new Date(Date.UTC(2027, 8, 1 + day, 12)).toISOString());
	}
	// The first was due before the clock of this test began.
	expect(await remindersFor(early.id)).toEqual(['2027-09-29 Demain']);
	expect(await remindersFor(never.id)).toEqual([]);
});
