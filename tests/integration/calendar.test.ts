/** A person's deadlines, read by the library that calendar programs use. */
import { planDeadline } from '$lib/client/messages';
import { upcomingNow } from '$lib/client/messages/deadline-thread';
import type { Deadline } from '$lib/core/notifications';
import { civilDate } from '$lib/core/shared';
import { deadlinesFor } from '$lib/server/deadline-sources';
import { calendarOf, closeFeed, openFeed, ownerOfFeed } from '$lib/server/messages';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { useDatabase } from '../support/database';
import { startDevice } from '../support/device';
import { aTeacher } from '../support/people';
import { serverFetch } from '../support/sync-server';

const clock = { now: () => new Date('2027-09-15T10:00:00Z') };
const origin = new URL('https://carnet.example');
useDatabase();

const read = (text: string) =>
	new ICAL.Component(ICAL.parse(text) as unknown[])
		.getAllSubcomponents('vevent')
		.map((component) => new ICAL.Event(component));

const deadline = (over: Partial<Deadline>): Deadline => ({
	...{
		id: 'd1',
		title: 'Déposer ; vérifier, « relire »\nen double',
		action: 'déposer',
		path: '/x'
	},
	...{ date: civilDate('2027-10-15'), minutes: null, ...over }
});

test('a whole day stays a day; an hour of Paris is the same instant everywhere, winter and summer', () => {
	const text = calendarOf(
		[
			deadline({}),
			deadline({ id: 'd2', minutes: 720 }),
			deadline({ id: 'd3', date: civilDate('2027-12-01'), minutes: 720 })
		],
		{ origin, clock }
	);
	const [day, summer, winter] = read(text);
	expect(day!.startDate.isDate).toBe(true);
	expect(day!.startDate.toString()).toBe('2027-10-15');
	expect(day!.summary).toBe('Déposer ; vérifier, « relire »\nen double');
	expect(summer!.endDate.toJSDate().toISOString()).toBe('2027-10-15T10:00:00.000Z');
	expect(winter!.endDate.toJSDate().toISOString()).toBe('2027-12-01T11:00:00.000Z');
	expect(day!.uid).toBe('d1@carnet.example');
	expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
});

test('the secret address opens one person’s list, until it is changed or revoked', async () => {
	const teacher = await aTeacher();
	const first = await openFeed(teacher.id, { clock });
	expect(await ownerOfFeed(first)).toBe(teacher.id);
	const second = await openFeed(teacher.id, { clock });
	expect(await ownerOfFeed(first)).toBeNull();
	expect(await ownerOfFeed(second)).toBe(teacher.id);
	await closeFeed(teacher.id);
	expect(await ownerOfFeed(second)).toBeNull();
	expect(await ownerOfFeed('')).toBeNull();
});

test('the phone shows what the server reminds of, from the same data', async () => {
	const teacher = await aTeacher();
	const phone = startDevice({ personId: teacher.id, fetch: serverFetch(() => teacher) });
	await phone.engine.run();
	const title = 'Rendre le dossier';
	await planDeadline(phone.writer, { title, date: civilDate('2027-10-01') });
	await planDeadline(phone.writer, { title: 'Passée', date: civilDate('2027-09-01') });
	await phone.engine.run();
	const reader = { person: teacher, published: [], now: clock.now };
	const shown = await upcomingNow(phone.db, reader);
	expect(shown.map((one) => one.title)).toEqual([title]);
	const known = await deadlinesFor(teacher.id, { clock });
	expect(known.filter(({ date }) => date >= '2027-09-15')).toEqual(shown);
	expect(await deadlinesFor((await aTeacher()).id, { clock })).toEqual([]);
});
