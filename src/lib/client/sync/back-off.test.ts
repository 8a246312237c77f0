import { expect, test } from 'vitest';
import { backOff } from './back-off';

test('waits grow, stay bounded, and differ from one phone to the next', () => {
	expect(backOff(1, 0, null)).toBe(1000);
	expect(backOff(1, 1, null)).toBe(2000);
	expect(backOff(4, 1, null)).toBe(16_000);
	expect(backOff(100, 1, null)).toBe(300_000);
});

test('the delay the server asks for is respected, and spread', () => {
	expect(backOff(1, 0, 60)).toBe(60_000);
	expect(backOff(1, 1, 60)).toBeCloseTo(66_000);
});
