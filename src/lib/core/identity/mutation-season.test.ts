import { expect, test } from 'vitest';
import { isMutationSeason } from './mutation-season';

test('people are warned while wishes are typed, and left in peace the rest of the year', () => {
	const warned = Array.from({ length: 12 }, (_, month) => month + 1).filter((month) =>
		isMutationSeason(`2027-${String(month).padStart(2, '0')}-15`)
	);
	expect(warned).toEqual([3, 4, 11, 12]);
});
