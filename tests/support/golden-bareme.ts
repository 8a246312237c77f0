export interface GoldenCase {
	readonly id: string;
	readonly source: string;
	readonly request: Readonly<Record<string, unknown>>;
	readonly expect: Expected;
}

type Expected =
	| { readonly voeu: string; readonly total: number }
	/** Rules whose points are added up; `x*` is every rule whose name starts with `x`. */
	| { readonly voeu: string; readonly rules: readonly string[]; readonly points: number }
	| { readonly extension: number };

export interface BaremeAnswer {
	readonly voeux: readonly {
		readonly academie?: string;
		readonly departement?: string;
		readonly total: number;
		readonly lignes: readonly { readonly regle: string; readonly points: number }[];
	}[];
	readonly extension: { readonly points: number } | null;
}

const matches = (rule: string, pattern: string) =>
	pattern.endsWith('*') ? rule.startsWith(pattern.slice(0, -1)) : rule === pattern;

/** The figure of the answer that a case is about, beside the published one. */
export function goldenPoints(answer: BaremeAnswer, expected: Expected) {
	if ('extension' in expected) {
		return { found: answer.extension?.points, published: expected.extension };
	}
	const score = answer.voeux.find((one) => (one.academie ?? one.departement) === expected.voeu);
	if ('total' in expected) return { found: score?.total, published: expected.total };
	const lines = score?.lignes.filter(({ regle }) =>
		expected.rules.some((pattern) => matches(regle, pattern))
	);
	const sum = lines?.reduce((total, { points }) => total + points, 0) ?? Number.NaN;
	return { found: Math.round(sum * 10) / 10, published: expected.points };
}
