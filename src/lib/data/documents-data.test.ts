import { checkDocumentsData, typeOf } from '$lib/core/documents';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { documentsData, documentsReference, documentsSeal } from './documents';
import { mobilityReference } from './mobility';

describe('documents data', () => {
	test('have a shape, a retention line for every type and a source for every rule', () => {
		expect(checkDocumentsData(documentsData)).toEqual([]);
	});

	test('are sealed: after an edit, run `npm run data:check`', () => {
		const sha256 = createHash('sha256').update(JSON.stringify(documentsData)).digest('hex');
		expect(documentsSeal.sha256).toBe(sha256);
	});

	test('are refused when broken', () => {
		const broken = structuredClone(documentsData) as unknown as {
			types: { id: string; retention: string }[];
			retention: { rules: { value: { sources: string[] } }[] }[];
		};
		broken.types[1]!.id = broken.types[0]!.id;
		broken.types[2]!.retention = 'toujours';
		broken.retention[0]!.rules[0]!.value.sources = ['personne'];
		const problems = checkDocumentsData(broken).join('\n');
		expect(problems).toContain('written twice');
		expect(problems).toContain('no line toujours');
		expect(problems).toContain('source personne unknown');
	});

	test('give at least one type for each paper of a mutation request', () => {
		const served = new Set(documentsReference.types.flatMap(({ serves }) => serves));
		const unserved = mobilityReference.pieces.filter(({ id }) => !served.has(id));
		expect(unserved.map(({ id }) => id)).toEqual([]);
	});

	test('keep the medical papers of the request, and only them, for the médecin-conseil', () => {
		for (const { id, medical } of mobilityReference.pieces) {
			const types = documentsReference.types.filter(({ serves }) => serves.includes(id));
			expect(types.every((type) => type.medical === medical), id).toBe(true);
		}
		expect(typeOf(documentsReference, 'piece-medicale')?.retention).toBe('medical');
	});
});
