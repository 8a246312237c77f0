import { careerSimulations } from '$lib/core/career';
import { careerReference } from '$lib/data';
import { expect, test } from 'vitest';
import { careerCases, disagreements } from './career-cases';

test.each(careerCases)('$id · $topic', ({ question, input, expect: published }) => {
	const simulate = careerSimulations[question as keyof typeof careerSimulations];
	const result = simulate(input, careerReference);
	if (!result.ok) throw new Error(JSON.stringify(result.error));
	expect(disagreements(result.value, published)).toEqual([]);
	expect(result.value.regles).toMatchObject({ version: careerReference.version });
});

test('every collected case is there, once', () => {
	expect(careerCases.length).toBe(74);
	expect(new Set(careerCases.map(({ id }) => id)).size).toBe(careerCases.length);
});
