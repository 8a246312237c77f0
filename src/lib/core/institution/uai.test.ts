import { describe, expect, test } from 'vitest';
import { departementOf, parseUai, uaiCheckLetter, type Uai } from './uai';

describe('UAI', () => {
	test('the check letter follows the seven digits', () => {
		// Two codes anyone can look up: lycée Louis-le-Grand and université Paris 1.
		expect(parseUai('0750655E')).toBe('0750655E');
		expect(parseUai('0751717J')).toBe('0751717J');
		expect(uaiCheckLetter('0000022')).toBe('Z');
		expect(uaiCheckLetter('0000023')).toBe('A');
	});

	test('a wrong letter, a wrong shape or lower case is refused', () => {
		const right = `0519001${uaiCheckLetter('0519001')}`;
		expect(parseUai(right)).toBe(right);
		const wrong = right.endsWith('A') ? 'B' : 'A';
		for (const text of [`0519001${wrong}`, '519001A', right.toLowerCase(), ` ${right}`, ''])
			expect(parseUai(text), text).toBeNull();
	});

	test('any single wrong digit is noticed', () => {
		const digits = '0519042';
		const letter = uaiCheckLetter(digits);
		for (let at = 0; at < 7; at++)
			for (let digit = 0; digit < 10; digit++) {
				const other = digits.slice(0, at) + digit + digits.slice(at + 1);
				if (other !== digits) expect(parseUai(other + letter), other).toBeNull();
			}
	});

	test('the département is read from the first three digits', () => {
		const of = (digits: string) => departementOf((digits + uaiCheckLetter(digits)) as Uai);
		expect(of('0080001')).toBe('08');
		expect(of('0519001')).toBe('51');
		expect(of('6200001')).toBe('2A');
		expect(of('7200001')).toBe('2B');
		expect(of('9740001')).toBe('974');
	});
});
