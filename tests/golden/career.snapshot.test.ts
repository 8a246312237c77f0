import { snapshot, type Position } from '$lib/core/career';
import { civilDate } from '$lib/core/shared';
import { careerReference } from '$lib/data';
import { describe, expect, test } from 'vitest';

const at = (
	position: Omit<Position, 'depuis' | 'chevron'> & {
		depuis: string;
		chevron?: Position['chevron'];
	},
	on: string
) => {
	const result = snapshot(
		{ ...position, chevron: position.chevron ?? null, depuis: civilDate(position.depuis) },
		civilDate(on),
		careerReference
	);
	if (!result.ok) throw new Error(result.error.code);
	return result.value;
};

describe('where a person stands', () => {
	test('a certifié in the 8th échelon sees both dates of the 9th', () => {
		const now = at(
			{ corps: 'certifie', grade: 'classe-normale', echelon: 8, depuis: '2025-03-01' },
			'2026-11-22'
		);
		expect(now.indice.value).toBe(562);
		expect(now.gross.value).toBe(2766.6);
		expect(now.seniority.value).toEqual({ ans: 1, mois: 8, jours: 21 });
		expect(now.next?.date.value).toBe('2028-09-01');
		expect(now.nextWithBonification?.date.value).toBe('2027-09-01');
		expect(now.next?.indice.value).toBe(595);
		expect(now.last).toBe(false);
		expect(now.gross.why.text).toContain('562 × 59,0734\u00a0€ ÷ 12');
	});

	test('an échelon entered on 31 August ends on the last day of a shorter month', () => {
		const now = at(
			{ corps: 'pe', grade: 'classe-normale', echelon: 5, depuis: '2025-08-31' },
			'2026-01-01'
		);
		expect(now.next?.date.value).toBe('2028-02-29');
	});

	test('chevrons follow each other every year, up to the last', () => {
		const hea2 = at(
			{
				corps: 'certifie',
				grade: 'classe-exceptionnelle',
				echelon: 5,
				chevron: 'HEA2',
				depuis: '2026-09-01'
			},
			'2026-11-22'
		);
		expect(hea2.next).toMatchObject({ chevron: 'HEA3', date: { value: '2027-09-01' } });
		expect(hea2.gross.value).toBe(4578.19);
		const top = at({ ...hea2.position, chevron: 'HEA3' }, '2026-11-22');
		expect(top.last).toBe(true);
	});

	test('an agrégé spends one year at HEA3 and goes to HEB2, because that year counts as HEB1', () => {
		const now = at(
			{
				corps: 'agrege',
				grade: 'classe-exceptionnelle',
				echelon: 2,
				chevron: 'HEA3',
				depuis: '2026-09-01'
			},
			'2026-11-22'
		);
		expect(now.next).toMatchObject({ echelon: 3, chevron: 'HEB2', indice: { value: 1018 } });
	});

	test('the échelon spécial became an ordinary one on 6 August 2023', () => {
		const now = at(
			{ corps: 'pe', grade: 'classe-exceptionnelle', echelon: 4, depuis: '2019-09-01' },
			'2022-01-01'
		);
		expect(now.next?.date.value).toBe('2023-08-06');
	});

	test('what nobody published is asked, not invented', () => {
		const chaire = at(
			{ corps: 'chaire-superieure', grade: 'unique', echelon: 3, depuis: '2025-09-01' },
			'2026-11-22'
		);
		expect(chaire.indice.value).toBeNull();
		expect(chaire.last).toBe(false);
		expect(chaire.next).toBeNull();
		expect(chaire.missing.map(({ path }) => path)).toEqual(['indiceMajore', 'position.echelon']);
		const contractuel = at(
			{ corps: 'contractuel', grade: 'categorie-1', echelon: 1, depuis: '2025-09-01' },
			'2026-11-22'
		);
		expect(contractuel.missing[0]?.question).toContain('grille nationale');
	});

	test('indices before 2021 are not known, durations before 2017 are refused', () => {
		const position = {
			corps: 'certifie',
			grade: 'classe-normale',
			echelon: 6,
			depuis: '2019-09-01'
		} as const;
		expect(at(position, '2020-06-01').gross.value).toBeNull();
		expect(() => at(position, '2017-08-31')).toThrow('reference.unknown-at-date');
		expect(() => at({ ...position, echelon: 12 }, '2026-01-01')).toThrow('career.unknown-echelon');
		expect(() => at({ ...position, grade: 'unique' }, '2026-01-01')).toThrow(
			'career.unknown-grade'
		);
	});
});
