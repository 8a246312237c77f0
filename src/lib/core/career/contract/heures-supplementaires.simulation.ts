/** `POST /api/v1/simulations/heures-supplementaires` */
import * as v from 'valibot';
import { cite, simulation, type Computed, type Missing } from '../../reference';
import {
	civilDate,
	fail,
	frenchEuros,
	frenchNumber,
	ok,
	refusal,
	type CivilDate,
	type Result
} from '../../shared';
import type { CorpsId, GradeId } from '../corps';
import { hourlyFrom, normalClassBounds, overtime } from '../overtime';
import type { CareerReference } from '../reference';
import * as atoms from './atoms';

const index = atoms.whole(300, 1600);
const schema = v.pipe(
	v.strictObject({
		hsaAnnuelle: v.optional(atoms.between(0, 20_000)),
		corps: v.optional(atoms.corps),
		grade: v.optional(atoms.grade),
		ors: v.optional(atoms.between(1, 40)),
		le: v.optional(atoms.date),
		indices: v.optional(
			v.nullable(
				v.pipe(
					v.strictObject({ min: index, max: index }),
					v.check(({ min, max }) => min <= max, 'Le minimum dépasse le maximum.')
				)
			),
			null
		)
	}),
	v.check(({ hsaAnnuelle, corps, grade, ors, le, indices }) => {
		const rest = [corps, grade, ors, le].filter((field) => field !== undefined);
		return hsaAnnuelle === undefined
			? corps !== undefined && grade !== undefined && le !== undefined
			: rest.length === 0 && indices === null;
	}, 'Indiquez «\u202fcorps\u202f», «\u202fgrade\u202f» et «\u202fle\u202f», ou «\u202fhsaAnnuelle\u202f» seule.')
);

interface Full {
	readonly corps: CorpsId;
	readonly grade: GradeId;
	readonly ors?: number | undefined;
	readonly le: CivilDate;
	readonly indices: { readonly min: number; readonly max: number } | null;
}

function hourOnly(hsaAnnuelle: number, reference: CareerReference): Result<Computed> {
	const rule = reference.data.remuneration.overtime;
	const hse = hourlyFrom(hsaAnnuelle, reference);
	const at = civilDate(reference.asOf);
	const why = {
		rule: 'hse',
		text: `${frenchEuros(hsaAnnuelle)} ÷ ${rule.weeks} × ${frenchNumber(rule.hourly)} = ${frenchEuros(hse)}.`,
		inputs: [],
		sources: reference.sources(rule.sources),
		confidence: rule.confidence,
		at
	};
	return ok({ values: { hsaAnnuelle, hsaPremiere: null, hse, ...cite(why) }, au: at });
}

function full(input: Full, reference: CareerReference): Result<Computed> {
	const corps = reference.corps.get(input.corps)!;
	if (!corps.grades.has(input.grade))
		return fail(refusal('career.unknown-grade', 'grade', 'Ce grade n’existe pas dans ce corps.'));
	const ors = input.ors ?? corps.weeklyHours;
	const indices = input.indices ?? normalClassBounds(input.corps, input.le, reference);
	const result =
		ors && indices ? overtime({ grade: input.grade, ors, on: input.le, indices }, reference) : null;
	const manquants: Missing[] = [];
	if (!ors)
		manquants.push({
			path: 'ors',
			question: 'Quel est votre maximum de service hebdomadaire\u202f?'
		});
	if (!indices)
		manquants.push({
			path: 'indices',
			question:
				'Quels sont le premier et le dernier indice de la classe normale à cette date\u202f?'
		});
	const unknown = {
		pourquoi: 'Le taux demande le service hebdomadaire et les indices de la classe normale.',
		source: [],
		confiance: 'non-verifiee'
	};
	return ok({
		values: {
			hsaAnnuelle: result?.annual ?? null,
			hsaPremiere: result?.first ?? null,
			hse: result?.hourly ?? null,
			...(result ? cite(result.why) : unknown)
		},
		au: input.le,
		manquants
	});
}

export const heuresSupplementaires = simulation(schema, (input, reference: CareerReference) => {
	const { hsaAnnuelle, corps, grade, le, ors, indices } = input;
	return hsaAnnuelle === undefined
		? full({ corps: corps!, grade: grade!, le: le!, ors, indices }, reference)
		: hourOnly(hsaAnnuelle, reference);
});
