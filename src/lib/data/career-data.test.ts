import { checkCareerData } from '$lib/core/career';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { careerData, careerSeal } from '.';

describe('career data', () => {
	test('have a shape, an order, no gap, and a source for every fact', () => {
		expect(checkCareerData(careerData)).toEqual([]);
	});

	test('are sealed: after an edit, run `npm run data:check`', () => {
		const sha256 = createHash('sha256').update(JSON.stringify(careerData)).digest('hex');
		expect(careerSeal.sha256).toBe(sha256);
		expect(careerSeal.version).toBe(`${careerSeal.asOf}-${sha256.slice(0, 8)}`);
	});

	test('are refused when broken', () => {
		const broken = structuredClone(careerData);
		const grade = broken.grids[0]!.grades['classe-normale']!;
		delete grade.indices[0]!.values['5'];
		grade.durations[0]!.rows.splice(3, 1);
		grade.indices.reverse();
		grade.durations[0]!.sources = ['nobody'];
		const problems = checkCareerData(broken).join('\n');
		expect(problems).toContain('no index for 5');
		expect(problems).toContain('gap before échelon 5');
		expect(problems).toContain('does not come after');
		expect(problems).toContain('source nobody is not described');
		expect(checkCareerData({ ...careerData, grids: 'none' })).not.toEqual([]);
	});
});
