import {
	appealDates,
	plainScenario,
	projectCareer,
	serviceBonus,
	simulateChange,
	type Position
} from '$lib/core/career';
import { addYears, civilDate } from '$lib/core/shared';
import { careerReference as reference } from '$lib/data';
import { describe, expect, test } from 'vitest';

const on = civilDate('2026-11-22');
const held = (over: Partial<Position>): Position => ({
	...{ corps: 'certifie', grade: 'classe-normale', echelon: 8, chevron: null },
	depuis: civilDate('2025-03-01'),
	...over
});

describe('an appeal against the final appreciation', () => {
	const days = (appealedOn: string | null) =>
		appealDates(
			civilDate('2026-09-10'),
			appealedOn === null ? null : civilDate(appealedOn),
			reference
		).map(({ by }) => by);

	test('counts clear days: neither the first day nor the last', () => {
		expect(days(null)).toEqual(['2026-10-11', '2026-11-11', '2026-12-12']);
	});

	test('runs from the day it was really sent', () => {
		expect(days('2026-09-20')).toEqual(['2026-10-11', '2026-10-21', '2026-11-21']);
	});

	test('explains each date, with its sources', () => {
		for (const { why } of appealDates(civilDate('2026-09-10'), null, reference)) {
			expect(why.text).toContain('30 jours francs');
			expect(why.sources.length).toBeGreaterThan(0);
		}
	});
});

describe('bonuses of service', () => {
	const months = (corps: Position['corps'], years: Record<string, number>) =>
		serviceBonus(corps, years, on, reference).months;

	test.each([
		[2, 0],
		[3, 3],
		[5, 7]
	])('%i years in a listed school give %i months', (years, expected) =>
		expect(months('certifie', { 'asa-zone-violence': years })).toBe(expected)
	);

	test('the direction of a school counts for a PE alone', () => {
		expect(months('pe', { 'direction-ecole': 2 })).toBe(6);
		expect(months('certifie', { 'direction-ecole': 2 })).toBe(0);
	});

	test('bring the next échelon forward, and no chevron', () => {
		const dates = (position: Position, asaMonths: number) => {
			const steps = projectCareer(
				position,
				on,
				addYears(on, 10),
				{ ...plainScenario, asaMonths },
				reference
			);
			if (!steps.ok) throw new Error(steps.error.code);
			return steps.value
				.filter(({ nature }) => nature === 'echelon' || nature === 'chevron')
				.map(({ date }) => date);
		};
		expect(dates(held({}), 0)[0]).toBe('2028-09-01');
		expect(dates(held({}), 7)[0]).toBe('2028-02-01');
		const chevron = held({ corps: 'agrege', grade: 'hors-classe', echelon: 4, chevron: 'HEA1' });
		expect(dates(chevron, 7)[0]).toBe(dates(chevron, 0)[0]);
	});
});

describe('a change simulated on a day', () => {
	const le = civilDate('2027-09-01');

	test('to the agrégés: the index of before is kept while it is higher', () => {
		const landing = simulateChange(
			held({ grade: 'hors-classe', echelon: 5, depuis: civilDate('2026-09-01') }),
			{ corps: 'agrege' },
			le,
			reference
		);
		if (!landing.ok) throw new Error(landing.error.code);
		expect(landing.value.indice).not.toBeNull();
		if (landing.value.indiceConserve !== null)
			expect(landing.value.indiceConserve).toBeGreaterThan(landing.value.indice!);
		expect(landing.value.why.confidence).toBe('non-verifiee');
	});

	test('to a corps whose grid is unknown: the rung, and no index', () => {
		const landing = simulateChange(
			held({ grade: 'hors-classe', echelon: 4 }),
			{ corps: 'personnel-direction' },
			le,
			reference
		);
		expect(landing).toMatchObject({ ok: true, value: { echelon: 8, indice: null, next: null } });
	});

	test('a row nobody published is refused', () => {
		const landing = simulateChange(held({}), { corps: 'personnel-direction' }, le, reference);
		expect(landing).toMatchObject({ ok: false, error: { code: 'reference.unknown' } });
	});
});
