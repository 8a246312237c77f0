import { snapshot, type Position } from '$lib/core/career';
import { civilDate } from '$lib/core/shared';
import { careerReference } from '$lib/data';
import { expect, test } from 'vitest';
import { baremeOf, promotionView } from './promotion-campaigns';

const on = civilDate('2026-11-22');
const certifie = { corps: 'certifie', grade: 'classe-normale', chevron: null } as const;

function viewOf(position: Position) {
	const now = snapshot(position, on, careerReference);
	if (!now.ok) throw new Error(now.error.code);
	return promotionView(now.value, careerReference);
}

test('conditions are read on the next two 31 August, in the échelon held that day', () => {
	const view = viewOf({ ...certifie, echelon: 8, depuis: civilDate('2025-03-01') });
	expect(view?.grade).toBe('hors-classe');
	expect(view?.campaigns.map(({ day, position }) => [day, position.echelon])).toEqual([
		['2027-08-31', 8],
		['2028-08-31', 8]
	]);
	expect(view?.campaigns.some(({ promotable }) => promotable)).toBe(false);
	expect(view?.promotableFrom).toBe('2030-08-31');
});

test('a promotable person reads the points of each campaign from their own appréciation', () => {
	const view = viewOf({ ...certifie, echelon: 10, depuis: civilDate('2025-09-01') });
	const [first, second] = view!.campaigns;
	expect(view?.promotableFrom).toBe('2027-08-31');
	expect(baremeOf(first!, 'tres-satisfaisant', careerReference)?.points).toBe(125 + 40);
	expect(baremeOf(second!, 'tres-satisfaisant', careerReference)?.points).toBe(125 + 50);
});

test('a corps with a single grade has no promotion to look at', () => {
	expect(
		viewOf({
			...{ corps: 'chaire-superieure', grade: 'unique', echelon: 3, chevron: null },
			depuis: civilDate('2025-09-01')
		})
	).toBeNull();
});
