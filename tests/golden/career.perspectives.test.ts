import {
	horsClasseOutlook,
	perspectives,
	suggestions,
	type Position,
	type SuggestionFacts
} from '$lib/core/career';
import { civilDate } from '$lib/core/shared';
import { careerReference as reference } from '$lib/data';
import { describe, expect, test } from 'vitest';

const on = civilDate('2026-11-22');
const position = (over: Partial<Position> = {}): Position => ({
	corps: 'certifie',
	grade: 'classe-normale',
	echelon: 9,
	chevron: null,
	depuis: civilDate('2025-10-01'),
	...over
});
const facts = (over: Partial<SuggestionFacts> = {}): SuggestionFacts => ({
	position: position(),
	birthDate: civilDate('1988-11-02'),
	corpsSince: civilDate('2012-09-01'),
	serviceSince: civilDate('2012-09-01'),
	lastTraining: civilDate('2026-03-10'),
	postSince: civilDate('2024-09-01'),
	confirmed: new Set(),
	...over
});
const perspective = (id: string, given = facts()) =>
	perspectives(given, on, reference).find((entry) => entry.id === id)!;

describe('perspectives', () => {
	test('the aptitude list opens on the 1 October that follows the fortieth birthday', () => {
		const list = perspective('liste-aptitude-agreges');
		expect(list.conditions.map(({ status }) => status)).toEqual([
			'remplie',
			'a-venir',
			'remplie',
			'remplie'
		]);
		expect(list.opensOn).toBe('2029-10-01');
		expect(list.confidence).toBe('haute');
	});

	test('a corps that is not concerned is told so, and an unknown date is asked', () => {
		expect(perspective('ia-ipr-concours')).toMatchObject({
			opensOn: null,
			confidence: 'non-verifiee'
		});
		const unknown = perspective('direction-concours', facts({ serviceSince: null }));
		expect(unknown.opensOn).toBeNull();
		expect(unknown.conditions[1]).toMatchObject({ status: 'a-dire', on: null });
		expect(unknown.conditions[1]!.question).toContain('commencé');
	});

	test('every one ends with an action and has a source', () => {
		for (const entry of perspectives(facts(), on, reference)) {
			expect(entry.action).toMatch(/\.$/);
			expect(entry.sources.length).toBeGreaterThan(0);
		}
	});
});

test('the outlook covers two campaigns, as bands with their sources', () => {
	const outlook = horsClasseOutlook(
		position({ echelon: 9, depuis: civilDate('2024-03-01') }),
		'excellent',
		on,
		reference
	);
	if (!outlook.ok) throw new Error(outlook.error.code);
	expect(outlook.value.map(({ campaign, echelon, years }) => [campaign, echelon, years])).toEqual([
		[2027, 9, 3],
		[2028, 10, 0]
	]);
	expect(outlook.value.map(({ bareme }) => bareme.outlook.level)).toEqual(['trop-tot', 'probable']);
	for (const { bareme } of outlook.value) expect(bareme.outlook.sources.length).toBeGreaterThan(0);
});

describe('suggestions', () => {
	const ids = (given: SuggestionFacts) => suggestions(given, on, reference).map(({ id }) => id);

	test('come from written rules, each with its reason', () => {
		expect(ids(facts())).toEqual(['preparer-rendez-vous', 'agregation-interne']);
		expect(ids(facts({ lastTraining: null }))).toContain('formation');
		expect(ids(facts({ position: position({ grade: 'hors-classe', echelon: 6 }) }))).toContain(
			'classe-exceptionnelle-depuis-hc6'
		);
		expect(
			ids(facts({ position: position({ echelon: 9, depuis: civilDate('2023-03-01') }) }))
		).toContain('prime-attractivite');
		expect(ids(facts({ birthDate: civilDate('1980-01-01') }))).toContain('liste-aptitude-agreges');
	});

	test('leave the agrégés and the last échelon alone where nothing applies', () => {
		expect(
			ids(
				facts({
					position: position({
						corps: 'agrege',
						grade: 'classe-exceptionnelle',
						echelon: 3,
						chevron: 'HEB3'
					})
				})
			)
		).toEqual([]);
	});
});
