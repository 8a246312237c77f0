import { civilDate } from '$lib/core/shared';
import { describe, expect, test } from 'vitest';
import {
	duration,
	longDate,
	money,
	moneyDifference,
	months,
	number,
	numericDate,
	ordinal,
	percent,
	shortDate,
	sourceDate,
	time,
	weekdayDate
} from './format';

describe('French figures', () => {
	test('amounts have a narrow space between thousands and a non-breaking one before the sign', () => {
		expect(money(2766.6)).toBe('2\u202f766,60\u00a0€');
		expect(moneyDifference(162.445)).toBe('+162,45\u00a0€');
		expect(moneyDifference(-1012)).toBe('−1\u202f012,00\u00a0€');
		expect(number(30_000.5)).toBe('30\u202f000,5');
		expect(percent(0.225)).toBe('22,5\u00a0%');
	});

	test('only the first rank is « 1er »', () => {
		expect([1, 2, 8, 11, 21].map(ordinal)).toEqual(['1er', '2e', '8e', '11e', '21e']);
	});

	test('durations drop the empty parts and agree in number', () => {
		expect(months(42)).toBe('3\u00a0ans 6\u00a0mois');
		expect(months(12)).toBe('1\u00a0an');
		expect(duration({ ans: 1, mois: 6, jours: 25 })).toBe('1\u00a0an 6\u00a0mois 25\u00a0jours');
		expect(duration({ ans: 0, mois: 0, jours: 1 })).toBe('1\u00a0jour');
		expect(months(0)).toBe('0\u00a0jour');
	});
});

describe('French dates', () => {
	test('the first of the month is « 1er »', () => {
		expect(longDate(civilDate('2025-03-01'))).toBe('1er\u00a0mars 2025');
		expect(longDate(civilDate('2028-08-31'))).toBe('31\u00a0août 2028');
		expect(shortDate(civilDate('2028-09-01'))).toBe('1er\u00a0sept. 2028');
		expect(numericDate(civilDate('2025-03-01'))).toBe('01/03/2025');
		expect(weekdayDate(civilDate('2026-11-22'))).toBe('Dimanche 22\u00a0novembre');
	});

	test('an hour is that of Paris, whatever the machine', () => {
		expect(time(new Date('2026-11-22T17:04:00Z'))).toBe('18\u00a0h\u00a004');
		expect(time(new Date('2026-07-14T12:30:00Z'))).toBe('14\u00a0h\u00a030');
	});

	test('a source is dated as precisely as it is known', () => {
		expect(sourceDate('2024')).toBe('2024');
		expect(sourceDate('2024-09')).toBe('septembre 2024');
		expect(sourceDate('2024-09-08')).toBe('8\u00a0septembre 2024');
		expect(sourceDate('2023-2024')).toBe('2023-2024');
	});
});
