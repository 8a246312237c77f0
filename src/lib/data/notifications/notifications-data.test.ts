import { parseCivilDate } from '$lib/core/shared';
import { expect, test } from 'vitest';
import { academies } from '../academies';
import { schoolHolidays, zoneOf } from '.';
import file from './school-holidays.json';

test('each académie named in a zone or overseas exists, and is in one zone at most', () => {
	const names = academies.map(({ name }) => name);
	const zoned = Object.values(file.zones).flat();
	expect(zoned.filter((name) => !names.includes(name))).toEqual([]);
	expect(new Set(zoned).size).toBe(zoned.length);
	expect(academies.filter(({ code }) => zoneOf(code) !== 'Europe/Paris')).toHaveLength(5);
});

test('holidays are dates in order, each with a source that is listed', () => {
	const sources = file.sources.map(({ id }) => id);
	for (const { from, to, source } of file.holidays) {
		expect(parseCivilDate(from), from).not.toBeNull();
		expect(parseCivilDate(to), to).not.toBeNull();
		expect(from < to).toBe(true);
		expect(sources).toContain(source);
	}
});

test('Reims follows zone B; a year that nobody published has no holidays', () => {
	const reims = academies.find(({ name }) => name === 'Reims')!.code;
	expect(schoolHolidays(reims)).toContainEqual(
		expect.objectContaining({ from: '2026-02-14', to: '2026-03-01' })
	);
	expect(schoolHolidays(reims).filter(({ from }) => from > '2026-09-01')).toEqual([]);
});
