import { expect, test } from 'vitest';
import { roundTicks, scaleOf } from './scale';

test('a value stands on the drawing in proportion, and upside down where the range is', () => {
	expect(scaleOf([10, 20], [0, 100])(15)).toBe(50);
	expect(scaleOf([2000, 3000], [174, 22])(3000)).toBe(22);
});

test('a single value stands in the middle', () => {
	expect(scaleOf([5, 5], [0, 100])(5)).toBe(50);
});

test('marks are round and reach around the values', () => {
	expect(roundTicks([2034.3, 2987.1], 3)).toEqual([2000, 2500, 3000]);
	expect(roundTicks([2100, 3890], 3)).toEqual([2000, 3000, 4000]);
	expect(roundTicks([1801, 1899], 3)).toEqual([1800, 1850, 1900]);
});

test('a pay that does not move still has a mark below and above', () => {
	const marks = roundTicks([2500, 2500], 3);
	expect(marks.length).toBeGreaterThan(1);
	expect(marks[0]).toBeLessThanOrEqual(2500);
	expect(marks.at(-1)).toBeGreaterThan(2500);
});
