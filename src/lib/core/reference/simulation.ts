/**
 * A question of the open simulation contract: a strict schema, and a pure answer. The same function
 * answers over HTTP, on the phone offline and in the packed library.
 */
import * as v from 'valibot';
import { appError, fail, frenchIssues, ok, type CivilDate, type Result } from '../shared';
import type { Explanation } from './explanation';
import type { Missing } from './missing';
import type { Confidence } from './source';

/** What the computation hands back; the envelope adds the version and the warning. */
export interface Computed {
	readonly values: Readonly<Record<string, unknown>>;
	/** Date at which the rules were read. */
	readonly au: CivilDate;
	/** `en-vigueur` unless said otherwise. */
	readonly statut?: string;
	readonly manquants?: readonly Missing[];
}

export interface Simulation<R> {
	readonly schema: v.GenericSchema;
	(input: unknown, reference: R): Result<Readonly<Record<string, unknown>>>;
}

export const disclaimer =
	'Estimation informative, non prescriptive. Carnet n’est pas un service officiel.';

export function simulation<const S extends v.GenericSchema, R extends { readonly version: string }>(
	schema: S,
	compute: (input: v.InferOutput<S>, reference: R) => Result<Computed>
): Simulation<R> {
	const answer = (input: unknown, reference: R) => {
		const parsed = v.safeParse(schema, input);
		if (!parsed.success)
			return fail(
				appError('simulation.invalid', 'validation', { issues: frenchIssues(parsed.issues) })
			);
		const computed = compute(parsed.output, reference);
		if (!computed.ok) return computed;
		const { values, au, statut = 'en-vigueur', manquants = [] } = computed.value;
		return ok({
			...values,
			...(manquants.length > 0 ? { manquants } : {}),
			regles: { version: reference.version, au, statut },
			avertissement: disclaimer
		});
	};
	return Object.assign(answer, { schema });
}

export interface Citation {
	readonly pourquoi: string;
	readonly source: readonly {
		readonly id: string;
		readonly titre: string;
		readonly url: string | null;
		readonly date: string | null;
	}[];
	readonly confiance: Confidence;
}

/** An explanation in the words of the contract. */
export const cite = ({ text, sources, confidence }: Explanation): Citation => ({
	pourquoi: text,
	source: sources.map(({ id, title, url, date }) => ({ id, titre: title, url, date })),
	confiance: confidence
});
