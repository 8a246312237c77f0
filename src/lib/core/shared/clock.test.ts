import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parisDate, parisTime } from './clock';

const zone = { timeZone: 'Europe/Paris' } as const;
const official = new Intl.DateTimeFormat('sv-SE', {
	...zone,
	dateStyle: 'short',
	timeStyle: 'short'
});
const pad = (value: number) => String(value).padStart(2, '0');
function shown(instant: Date): string {
	const { date, hour, minute } = parisTime(instant);
	return `${date} ${pad(hour)}:${pad(minute)}`;
}

test.each([
	['2026-11-22T22:59:59Z', '2026-11-22'],
	['2026-11-22T23:00:00Z', '2026-11-23'],
	['2026-07-14T21:59:59Z', '2026-07-14'],
	['2026-07-14T22:00:00Z', '2026-07-15'],
	['2024-02-28T23:00:00Z', '2024-02-29'],
	['2026-12-31T23:00:00Z', '2027-01-01']
])('at %s it is %s in Paris', (instant, day) => {
	expect(parisDate(new Date(instant))).toBe(day);
});

test('the rule shows what the time zone database shows, at any instant', () => {
	const from = Date.UTC(1996, 0, 1);
	const to = Date.UTC(2060, 0, 1);
	fc.assert(
		fc.property(fc.integer({ min: from, max: to }), (at) => {
			expect(shown(new Date(at))).toBe(official.format(new Date(at)));
		}),
		{ numRuns: 2000 }
	);
});

test('so it does hour by hour in the weeks when the clocks change', () => {
	for (let year = 1996; year < 2060; year++)
		for (const month of [2, 9])
			for (let hour = 24 * 24; hour < 31 * 24 + 2; hour++) {
				const instant = new Date(Date.UTC(year, month, 1) + hour * 3_600_000);
				expect(shown(instant)).toBe(official.format(instant));
			}
});
