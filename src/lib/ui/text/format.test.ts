import { civilDate } from '$lib/core/shared';
import { describe, expect, test } from 'vitest';
import {
	longDate,
	money,
	moneyDifference,
	months,
	numericDate,
	ordinal,
	ordinalSuffix,
	shortDate,
	sourceDate,
	time,
	weekdayDate
} from './format';

const plain = (text: string) => text.replaceAll('\u00a0', '_').replaceAll('\u202f', '~');

describe('French figures', () => {
	test('amounts have a narrow space between thousands and a non-breaking one before the sign', () => {
		expect(plain(money(2766.6))).toBe('2~766,60_€');
		expect(plain(moneyDifference(162.44))).toBe('+162,44_€');
		expect(plain(moneyDifference(-1012))).toBe('−1~012,00_€');
	});

	test('only the first rank is « 1er »', () => {
		expect([1, 2, 8, 21].map(ordinal)).toEqual(['1er', '2e', '8e', '21e']);
		expect([1, 9].map(ordinalSuffix)).toEqual(['er', 'e']);
	});

	test('durations drop the empty parts and agree in number', () => {
		expect(plain(months(42))).toBe('3_ans 6_mois');
		expect(plain(months(12))).toBe('1_an');
	});
});

describe('French dates', () => {
	test('the first of the month is « 1er »', () => {
		expect(plain(longDate(civilDate('2025-03-01')))).toBe('1er_mars_2025');
		expect(plain(shortDate(civilDate('2028-09-01')))).toBe('1er_sept._2028');
		expect(numericDate(civilDate('2025-03-01'))).toBe('01/03/2025');
		expect(plain(weekdayDate(civilDate('2026-11-22')))).toBe('Dimanche 22_novembre');
	});

	test('an hour is that of Paris, whatever the machine', () => {
		expect(plain(time(new Date('2026-11-22T17:04:00Z')))).toBe('18_h_04');
		expect(plain(time(new Date('2026-07-14T12:30:00Z')))).toBe('14_h_30');
	});

	test('a source is dated as precisely as it is known', () => {
		expect(sourceDate('2024')).toBe('2024');
		expect(plain(sourceDate('2024-09'))).toBe('septembre_2024');
		expect(plain(sourceDate('2024-09-08'))).toBe('8_septembre_2024');
		expect(sourceDate('2023-2024')).toBe('2023-2024');
	});
});
