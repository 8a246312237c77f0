/** Published career examples with their results, as questions of the open contract. */
import { expect } from 'vitest';
import cases from './career.cases.json';

export interface CareerCase {
	readonly id: string;
	readonly topic: string;
	readonly source: string;
	readonly question: string;
	readonly input: Readonly<Record<string, unknown>>;
	readonly expect: {
		readonly values?: Readonly<Record<string, unknown>>;
		/** Accepted distance between published and computed amounts, in euros. */
		readonly tolerance?: number;
		/** Steps that the projection must contain. */
		readonly steps?: readonly Readonly<Record<string, unknown>>[];
		/** Amounts of the pay lines, by label. */
		readonly lines?: Readonly<Record<string, number>>;
	};
}

export const careerCases = cases as unknown as readonly CareerCase[];

interface Answer extends Record<string, unknown> {
	readonly etapes?: readonly unknown[];
	readonly lignes?: readonly { readonly libelle: string; readonly montant: number }[];
}

export function expectPublished(
	answer: Answer,
	{ values = {}, tolerance, steps, lines }: CareerCase['expect']
) {
	for (const [field, published] of Object.entries(values)) {
		if (tolerance === undefined) expect(answer[field], field).toEqual(published);
		else
			expect(
				Math.abs((answer[field] as number) - (published as number)),
				field
			).toBeLessThanOrEqual(tolerance);
	}
	for (const step of steps ?? [])
		expect(answer.etapes).toContainEqual(expect.objectContaining(step));
	for (const [label, amount] of Object.entries(lines ?? {}))
		expect(answer.lignes?.find(({ libelle }) => libelle === label)?.montant, label).toBe(amount);
}
