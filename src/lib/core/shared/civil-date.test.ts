import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	addDays,
	addMonths,
	civilDate,
	daysBetween,
	fromDayNumber,
	fullMonthsBetween,
	parseCivilDate,
	toDayNumber
} from './civil-date';
import { days360, seniorityDays, seniorityFromDays } from './seniority';

const anyDate = fc.integer({ min: -30_000, max: 60_000 }).map(fromDayNumber);

describe('calendar dates', () => {
	test('refuse days that do not exist', () => {
		for (const text of ['2025-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '26-04-01', ''])
			expect(parseCivilDate(text), text).toBeNull();
		expect(parseCivilDate('2024-02-29')).toBe('2024-02-29');
	});

	test('agree with the platform on every day number', () => {
		fc.assert(
			fc.property(fc.integer({ min: -100_000, max: 100_000 }), (days) => {
				const iso = new Date(days * 86_400_000).toISOString().slice(0, 10);
				expect(fromDayNumber(days)).toBe(iso);
				expect(toDayNumber(civilDate(iso))).toBe(days);
			})
		);
	});

	test('months end on the last day when the target is shorter', () => {
		expect(addMonths(civilDate('2023-08-31'), 6)).toBe('2024-02-29');
		expect(addMonths(civilDate('2024-08-31'), 6)).toBe('2025-02-28');
		expect(addMonths(civilDate('2024-02-29'), 12)).toBe('2025-02-28');
		expect(addMonths(civilDate('2025-01-15'), -1)).toBe('2024-12-15');
	});

	test('full months never overshoot and never miss one', () => {
		fc.assert(
			fc.property(anyDate, fc.integer({ min: 0, max: 20_000 }), (from, days) => {
				const to = addDays(from, days);
				const months = fullMonthsBetween(from, to);
				expect(addMonths(from, months) <= to).toBe(true);
				expect(addMonths(from, months + 1) > to).toBe(true);
			})
		);
	});

	test('daysBetween undoes addDays', () => {
		fc.assert(
			fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
				expect(daysBetween(date, addDays(date, days))).toBe(days);
			})
		);
	});
});

describe('seniority in 30-day months', () => {
	test('the published example of 6 February 2018 to 1 September 2019 is 1 year 6 months 25 days', () => {
		const days = days360(civilDate('2018-02-06'), civilDate('2019-09-01'));
		expect(seniorityFromDays(days)).toEqual({ ans: 1, mois: 6, jours: 25 });
	});

	test('days and parts are the same quantity', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
				expect(seniorityDays(seniorityFromDays(days))).toBe(days);
			})
		);
	});
});
