import { careerReference } from '$lib/data';
import { civilDate } from '../shared';
import { expect, test } from 'vitest';
import {
	nothingSaid,
	positionChoices,
	positionQuestions,
	positionSaid,
	settlePosition,
	type SaidPosition
} from './said-position';

const on = civilDate('2026-11-22');
const settled = (said: Partial<SaidPosition>) =>
	settlePosition({ ...nothingSaid, ...said }, on, careerReference);
const asked = (said: SaidPosition) => positionQuestions(said, on, careerReference)[0]?.path ?? null;

test('one question at a time, and only those the ladder of the corps needs', () => {
	expect(asked(nothingSaid)).toBe('corps');
	expect(asked(settled({ corps: 'certifie' }))).toBe('grade');
	const graded = settled({ corps: 'certifie', grade: 'classe-normale' });
	expect(asked(graded)).toBe('echelon');
	expect(positionChoices(graded, on, careerReference).echelons).toHaveLength(11);
	expect(asked(settled({ ...graded, echelon: 8 }))).toBe('depuis');
	expect(asked(settled({ ...graded, echelon: 8, depuis: civilDate('2025-03-01') }))).toBeNull();
});

test('a chevron is asked where the échelon has some, and nowhere else', () => {
	const top = settled({ corps: 'certifie', grade: 'classe-exceptionnelle', echelon: 5 });
	expect(positionChoices(top, on, careerReference).chevrons).toContain('HEA1');
	expect(asked(top)).toBe('chevron');
	expect(settled({ ...top, chevron: 'HEA2', echelon: 3 }).chevron).toBeNull();
});

test('a single grade is not asked; without a national échelon neither is the échelon nor its date', () => {
	expect(settled({ corps: 'chaire-superieure' }).grade).toBe('unique');
	const contractuel = settled({ corps: 'contractuel', grade: 'categorie-1' });
	expect(asked(contractuel)).toBeNull();
	expect(positionSaid(contractuel, on, careerReference)?.position.echelon).toBe(1);
});

test('another corps forgets what does not exist there', () => {
	const before = settled({ corps: 'certifie', grade: 'hors-classe', echelon: 7 });
	expect(settled({ ...before, corps: 'agrege' })).toMatchObject({
		grade: 'hors-classe',
		echelon: null
	});
});

test('without the date the index is known and nothing that counts seniority', () => {
	const said = settled({ corps: 'certifie', grade: 'classe-normale', echelon: 8 });
	expect(positionSaid(said, on, careerReference)).toMatchObject({ dated: false });
	const future = { ...said, depuis: civilDate('2027-01-01') };
	expect(asked(future)).toBe('depuis');
	expect(positionSaid(settled({ corps: 'certifie' }), on, careerReference)).toBeNull();
});
