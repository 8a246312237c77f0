/** Published career examples with their results, as questions of the open contract. */
import { isDeepStrictEqual } from 'node:util';
import cases from './career.cases.json' with { type: 'json' };

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
	readonly etapes?: readonly Readonly<Record<string, unknown>>[];
	readonly lignes?: readonly { readonly libelle: string; readonly montant: number }[];
}

const holds = (
	found: Readonly<Record<string, unknown>>,
	wanted: Readonly<Record<string, unknown>>
) => Object.entries(wanted).every(([field, value]) => isDeepStrictEqual(found[field], value));

/** What the answer says otherwise than what was published; empty when they agree. */
export function disagreements(
	answer: Answer,
	{ values = {}, tolerance, steps = [], lines = {} }: CareerCase['expect']
): string[] {
	const agrees = (found: unknown, published: unknown) =>
		tolerance === undefined
			? isDeepStrictEqual(found, published)
			: Math.abs((found as number) - (published as number)) <= tolerance;
	const said = (what: string, found: unknown, published: unknown) =>
		`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(published)}`;
	return [
		...Object.entries(values).flatMap(([field, published]) =>
			agrees(answer[field], published) ? [] : said(field, answer[field], published)
		),
		...steps
			.filter((step) => !answer.etapes?.some((found) => holds(found, step)))
			.map((step) => said('etapes', answer.etapes, step)),
		...Object.entries(lines).flatMap(([label, amount]) => {
			const found = answer.lignes?.find(({ libelle }) => libelle === label)?.montant;
			return found === amount ? [] : said(label, found, amount);
		})
	];
}
