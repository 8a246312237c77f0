/** Published examples, each with its source, through the function that answers the open API. */
import { simulateBareme } from '$lib/core/mobility';
import { mobilityReference } from '$lib/data/mobility';
import { describe, expect, test } from 'vitest';
import { goldenPoints, type BaremeAnswer, type GoldenCase } from '../support/golden-bareme';
import file from './mobility.cases.json';

const cases = file.cases as unknown as GoldenCase[];

describe('published examples of the barème', () => {
	test.each(cases)('$id', ({ request, expect: expected }) => {
		const answer = simulateBareme(request, mobilityReference);
		expect(answer).toMatchObject({ ok: true });
		if (!answer.ok) return;
		const { found, published } = goldenPoints(answer.value as unknown as BaremeAnswer, expected);
		expect(found).toBe(published);
	});

	test('the examples left out say why', () => {
		expect(cases).toHaveLength(48);
		expect(file.notComputable).toHaveLength(7);
		for (const { reason } of file.notComputable) expect(reason).not.toBe('');
	});
});
