import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, civilDate, daysBetween, fromDayNumber, toDayNumber } from '../shared';
import {
	channelsFor,
	concerns,
	deadlineInstant,
	groupsOf,
	instantOf,
	isQuiet,
	kindIds,
	kinds,
	localTimeOf,
	LONGEST_PAYLOAD,
	nextAllowed,
	PARIS,
	pushPayload,
	remindersBetween,
	remindersOf,
	upcoming,
	wallTime,
	weekdayOf,
	type Deadline,
	type QuietRules
} from '.';

const zones = [PARIS, 'Indian/Reunion', 'America/Martinique', 'Pacific/Noumea', 'America/Miquelon'];
const anyZone = fc.constantFrom(...zones);
const anyDay = fc
	.integer({ min: toDayNumber(civilDate('2024-01-01')), max: toDayNumber(civilDate('2032-12-31')) })
	.map(fromDayNumber);
const anyMinutes = fc.integer({ min: 0, max: 1439 });
const holidays = [
	{ from: civilDate('2027-10-23'), to: civilDate('2027-11-07') },
	{ from: civilDate('2027-12-18'), to: civilDate('2028-01-02') },
	{ from: civilDate('2028-02-19'), to: civilDate('2028-03-05') },
	{ from: civilDate('2028-07-08'), to: civilDate('2028-08-31') }
];
const rules = (zone = PARIS): QuietRules => ({ zone, holidays });

const deadline = (date: string, minutes: number | null = null, id = date): Deadline => ({
	...{ id, date: civilDate(date), minutes },
	...{ title: 'Confirmation de demande', action: 'Signer et déposer', path: '/mutation' }
});

describe('the clock on the wall', () => {
	test('shows again what was asked, except the hour that spring skips', () => {
		fc.assert(
			fc.property(anyDay, anyMinutes, anyZone, (date, minutes, zone) => {
				const shown = wallTime(instantOf({ date, minutes }, zone), zone);
				const skipped = shown.minutes - minutes === 60;
				expect(shown.date).toBe(date);
				if (!skipped) expect(shown.minutes).toBe(minutes);
			}),
			{ numRuns: 500 }
		);
	});

	test('both changes of 2027 in Paris', () => {
		const at = (date: string, minutes: number) =>
			instantOf({ date: civilDate(date), minutes }, PARIS).toISOString();
		expect(at('2027-03-27', 720)).toBe('2027-03-27T11:00:00.000Z');
		expect(at('2027-03-28', 720)).toBe('2027-03-28T10:00:00.000Z');
		expect(at('2027-03-28', 150)).toBe('2027-03-28T01:30:00.000Z');
		expect(at('2027-10-31', 150)).toBe('2027-10-31T00:30:00.000Z');
		expect(at('2027-10-31', 720)).toBe('2027-10-31T11:00:00.000Z');
	});
});

describe('quiet hours', () => {
	const paris = (text: string) => {
		const [date = '', time = ''] = text.split(' ');
		const [hours, minutes] = time.split(':').map(Number);
		return instantOf({ date: civilDate(date), minutes: hours! * 60 + minutes! }, PARIS);
	};

	test.each([
		['2027-09-15 07:29', true],
		['2027-09-15 07:30', false],
		['2027-09-15 18:59', false],
		['2027-09-15 19:00', true],
		['2027-09-18 12:00', true],
		['2027-10-25 12:00', true],
		['2027-11-08 12:00', false]
	])('%s: silent %s', (at, silent) => expect(isQuiet(paris(at), rules())).toBe(silent));

	test('what waits speaks on the next allowed morning', () => {
		expect(nextAllowed(paris('2027-09-17 19:30'), rules())).toEqual(paris('2027-09-20 07:30'));
		expect(nextAllowed(paris('2027-10-22 20:00'), rules())).toEqual(paris('2027-11-08 07:30'));
		expect(nextAllowed(paris('2027-09-15 03:00'), rules())).toEqual(paris('2027-09-15 07:30'));
		expect(nextAllowed(paris('2027-09-15 12:00'), rules())).toEqual(paris('2027-09-15 12:00'));
	});

	test('waiting never ends in silence, and never goes back', () => {
		fc.assert(
			fc.property(anyDay, anyMinutes, anyZone, (date, minutes, zone) => {
				const asked = instantOf({ date, minutes }, PARIS);
				const allowed = nextAllowed(asked, rules(zone));
				expect(isQuiet(allowed, rules(zone))).toBe(false);
				expect(allowed >= asked).toBe(true);
			}),
			{ numRuns: 500 }
		);
	});
});

describe('a deadline', () => {
	test('closes in Paris time; overseas, both times are known', () => {
		const noon = deadline('2027-11-24', 720);
		expect(deadlineInstant(noon).toISOString()).toBe('2027-11-24T11:00:00.000Z');
		expect(localTimeOf(noon, PARIS)).toBeNull();
		expect(localTimeOf(noon, 'Indian/Reunion')).toEqual({ date: '2027-11-24', minutes: 900 });
		expect(localTimeOf(noon, 'Pacific/Noumea')).toEqual({ date: '2027-11-24', minutes: 1320 });
		expect(localTimeOf(deadline('2027-11-24', 840), 'Pacific/Noumea')).toEqual({
			date: '2027-11-25',
			minutes: 0
		});
	});

	test('a weekday one is announced fifteen, seven and three days before, and on the day', () => {
		const reminders = remindersOf(deadline('2027-09-30'), rules());
		expect(reminders.map(({ days, at }) => [days, wallTime(at, PARIS)])).toEqual([
			[15, { date: '2027-09-15', minutes: 450 }],
			[7, { date: '2027-09-23', minutes: 450 }],
			[3, { date: '2027-09-27', minutes: 450 }],
			[0, { date: '2027-09-30', minutes: 450 }]
		]);
	});

	test('inside the holidays, reminders come before them, and the day itself speaks', () => {
		const reminders = remindersOf(deadline('2027-11-05'), rules());
		expect(reminders.map(({ days, at }) => [days, wallTime(at, PARIS).date])).toEqual([
			[15, '2027-10-21'],
			[3, '2027-10-22'],
			[0, '2027-11-05']
		]);
	});

	test('one that closes before the morning is announced the day before at the latest', () => {
		const last = remindersOf(deadline('2027-09-30', 0), rules()).at(-1)!;
		expect(wallTime(last.at, PARIS)).toEqual({ date: '2027-09-29', minutes: 450 });
	});

	test('the list is what is still to come, soonest first', () => {
		const now = new Date('2027-09-15T08:00:00Z');
		const list = [deadline('2027-09-20'), deadline('2027-09-16'), deadline('2027-09-14')];
		const done = { ...deadline('2027-09-17'), done: true };
		expect(upcoming([...list, done], now).map(({ id }) => id)).toEqual([
			'2027-09-16',
			'2027-09-20'
		]);
	});

	test('concerns those of its audience', () => {
		const person = {
			...{ academie: '19', departement: '051', corps: 'certifie', discipline: null },
			...{ uai: '0519999A', role: 'enseignant' }
		};
		expect(concerns({}, person)).toBe(true);
		expect(concerns({ academies: ['19'], corps: ['certifie', 'agrege'] }, person)).toBe(true);
		expect(concerns({ academies: ['10'] }, person)).toBe(false);
		expect(concerns({ disciplines: ['L1900'] }, person)).toBe(false);
	});
});

describe('a school year of 500 people, walked through in irregular steps', () => {
	const start = civilDate('2027-09-01');
	const end = addDays(start, 380);

	test('each reminder comes exactly once, in time, and none in quiet hours but on the last day', () => {
		let total = 0;
		for (let person = 0; person < 500; person++) {
			const random = (n: number, salt: number) => (person * 7919 + salt * 104_729) % n;
			const mine = rules(zones[person % zones.length]);
			// Every day of the year is somebody's, 29 February 2028 and both clock changes included.
			const deadlines = [person % 366, random(366, 1), random(366, 2)].map((offset, rank) =>
				deadline(addDays(start, offset), rank === 2 ? random(1440, 3) : null, `${person}-${rank}`)
			);
			const expected = deadlines.flatMap((one) => remindersOf(one, mine));
			const seen: string[] = [];
			const hour = 3600_000;
			let after = instantOf({ date: addDays(start, -60), minutes: 0 }, PARIS);
			const last = instantOf({ date: end, minutes: 0 }, PARIS);
			while (after < last) {
				// A server that was off for a while catches up in one longer span.
				const length = 97 + random(401, after.getTime() / hour);
				const until = new Date(after.getTime() + length * hour);
				for (const { deadlineId, days, at } of remindersBetween(deadlines, mine, {
					after,
					until
				})) {
					const one = deadlines.find(({ id }) => id === deadlineId)!;
					seen.push(`${deadlineId} ${days}`);
					expect(at < deadlineInstant(one)).toBe(true);
					if (days > 0) expect(isQuiet(at, mine)).toBe(false);
					else expect(wallTime(at, mine.zone).minutes).toBe(450);
				}
				after = until;
			}
			expect(seen.length).toBe(new Set(seen).size);
			expect(seen.sort()).toEqual(expected.map((r) => `${r.deadlineId} ${r.days}`).sort());
			// The last reminder is never more than the longest holidays before.
			for (const one of deadlines) {
				const own = expected.filter(({ deadlineId }) => deadlineId === one.id);
				expect(own.length).toBeGreaterThan(0);
			}
			total += seen.length;
		}
		expect(total).toBeGreaterThan(4000);
	}, 60_000);

	test('the year does hold 29 February', () => {
		expect(daysBetween(start, civilDate('2028-02-29'))).toBeLessThan(366);
		expect(weekdayOf(civilDate('2028-02-29'))).toBe(2);
	});
});

describe('kinds', () => {
	test('are registered under their own id', () => {
		for (const id of kindIds) expect(kinds[id].id).toBe(id);
	});

	test('a person chooses their channels, except for security', () => {
		expect(channelsFor('circular-published', {})).toEqual(['push']);
		const having = (key: string, enabled: boolean) => ({ channels: { [key]: enabled } });
		expect(channelsFor('circular-published', having('circular-published.mail', true))).toEqual([
			'push',
			'mail'
		]);
		expect(channelsFor('circular-published', having('circular-published.push', false))).toEqual([]);
		expect(channelsFor('security-event', having('security-event.push', false))).toEqual(['push']);
	});

	test('several things told about one subject are one line of the inbox', () => {
		const item = (id: string, group: string, at: string, readAt: string | null = null) => ({
			...{ id, group, at, readAt },
			...{ kind: 'deadline-reminder', title: id, body: '', path: '/messages' }
		});
		const groups = groupsOf([
			item('a', 'echeance-1', '2027-09-15T06:00:00Z', '2027-09-15T07:00:00Z'),
			item('b', 'echeance-2', '2027-09-16T06:00:00Z'),
			item('c', 'echeance-1', '2027-09-23T06:00:00Z')
		]);
		expect(groups.map(({ latest, earlier, unread }) => [latest.id, earlier, unread])).toEqual([
			['c', 1, ['c']],
			['b', 0, ['b']]
		]);
	});

	test('a payload is small, and says nothing when the kind is sensitive', () => {
		const rendered = { title: 'x'.repeat(5000), body: 'é'.repeat(5000), path: '/carriere' };
		const payload = {
			rendered,
			group: 'g'.repeat(500),
			unread: 3,
			origin: 'https://carnet.example'
		};
		const shown = JSON.stringify(pushPayload({ ...payload, sensitive: false }));
		expect(new TextEncoder().encode(shown).length).toBeLessThan(LONGEST_PAYLOAD);
		const hidden = pushPayload({ ...payload, sensitive: true });
		expect(hidden.notification).toMatchObject({
			title: 'Carnet',
			body: 'Une nouvelle vous attend.',
			navigate: 'https://carnet.example/messages'
		});
	});
});
