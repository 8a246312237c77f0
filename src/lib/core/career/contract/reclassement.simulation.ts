/** `POST /api/v1/simulations/reclassement` */
import * as v from 'valibot';
import { cite, simulation, type Missing } from '../../reference';
import {
	days360,
	fail,
	ok,
	refusal,
	seniorityDays,
	seniorityFromDays,
	type Result
} from '../../shared';
import { landingOf } from '../change';
import { becomeAgrege } from '../corps-change';
import { enterByTable } from '../corps-table';
import type { Position } from '../position';
import { changeGrade, type Reclassement } from '../reclassement';
import type { CareerReference } from '../reference';
import { locate } from '../snapshot';
import * as atoms from './atoms';

const schema = v.strictObject({
	corps: atoms.corps,
	depuis: v.pipe(
		v.strictObject({
			grade: atoms.grade,
			echelon: atoms.echelon,
			chevron: atoms.chevron,
			ancienneteMois: v.optional(atoms.whole(0, 720)),
			anciennete: v.optional(atoms.seniority),
			depuisLe: v.optional(atoms.date),
			biadmissible: v.optional(v.boolean(), false),
			ancienneteTheorique: v.optional(atoms.seniority)
		}),
		v.check(
			({ ancienneteMois, anciennete, depuisLe }) =>
				[ancienneteMois, anciennete, depuisLe].filter((field) => field !== undefined).length <= 1,
			'L’ancienneté se dit une seule fois\u00a0: ancienneteMois, anciennete ou depuisLe.'
		)
	),
	vers: v.pipe(
		v.strictObject({
			grade: v.optional(v.picklist(['hors-classe', 'classe-exceptionnelle'])),
			corps: v.optional(v.picklist(['agrege', 'personnel-direction', 'ien']))
		}),
		v.check(
			({ grade, corps }) => (grade === undefined) !== (corps === undefined),
			'Indiquez «\u202fgrade\u202f» ou «\u202fcorps\u202f», et pas les deux.'
		)
	),
	le: atoms.date
});
type Input = v.InferOutput<typeof schema>;

/** Seniority in the échelon on the day, in days; null when it was not said. */
function saidSeniority({ depuis, le }: Input): number | null {
	if (depuis.ancienneteMois !== undefined) return depuis.ancienneteMois * 30;
	if (depuis.anciennete) return seniorityDays(depuis.anciennete);
	return depuis.depuisLe === undefined ? null : days360(depuis.depuisLe, le);
}

function landing(
	{ position, why }: Reclassement,
	reference: CareerReference,
	detail: object | null
) {
	const { kept, indice, indiceConserve, next } = landingOf(position, why, reference);
	return {
		corps: position.corps,
		grade: position.grade,
		echelon: position.echelon,
		chevron: position.chevron,
		indiceMajore: indice,
		indiceConserve,
		ancienneteMois: Math.floor(kept / 30),
		anciennete: seniorityFromDays(kept),
		prochainEchelonLe: next?.on ?? null,
		prochainEchelon: next && {
			le: next.on,
			echelon: next.echelon,
			chevron: next.chevron,
			indiceMajore: next.indice
		},
		detail,
		...cite(why)
	};
}

function toAgrege(position: Position, input: Input, reference: CareerReference): Result<object> {
	const theory = input.depuis.ancienneteTheorique;
	const change = becomeAgrege(position, input.le, reference, {
		biadmissible: input.depuis.biadmissible,
		...(theory ? { theoreticalDays: seniorityDays(theory) } : {})
	});
	if (!change.ok) return change;
	const { theoreticalDays, weightedDays, ancienneteEchelon } = change.value;
	const after = seniorityFromDays(weightedDays);
	return ok(
		landing(change.value, reference, {
			ancienneteEchelon: theory ? null : ancienneteEchelon,
			ancienneteTheorique: { ...seniorityFromDays(theoreticalDays), totalJours: theoreticalDays },
			apresCoefficient: {
				jours: weightedDays,
				ans: after.ans,
				mois: after.mois,
				jourReste: after.jours
			}
		})
	);
}

function toOtherCorps(
	corps: 'personnel-direction' | 'ien',
	position: Position,
	days: number,
	{ le }: Input,
	reference: CareerReference
): Result<object> {
	const { toPersonnelDirection, toIen } = reference.data.reclassement;
	const table = corps === 'ien' ? toIen : toPersonnelDirection;
	const entry = enterByTable(table, position, days, le, reference);
	if (!entry.ok) return entry;
	const { echelon, kept, why } = entry.value;
	return ok({
		corps,
		grade: null,
		echelon,
		chevron: null,
		indiceMajore: null,
		indiceConserve: null,
		ancienneteMois: Math.floor(kept / 30),
		anciennete: seniorityFromDays(kept),
		prochainEchelonLe: null,
		prochainEchelon: null,
		detail: null,
		...cite(why)
	});
}

function answer(
	position: Position,
	days: number,
	input: Input,
	reference: CareerReference
): Result<object> {
	const { grade, corps } = input.vers;
	if (corps === 'agrege') return toAgrege(position, input, reference);
	if (corps !== undefined) return toOtherCorps(corps, position, days, input, reference);
	const changed = changeGrade(position, grade!, input.le, reference);
	return changed.ok ? ok(landing(changed.value, reference, null)) : changed;
}

export const reclassement = simulation(schema, (input, reference: CareerReference) => {
	const { corps, depuis, le } = input;
	const said = saidSeniority(input);
	if (said !== null && said < 0)
		return fail(
			refusal('simulation.invalid', 'depuis.depuisLe', 'Cette date vient après «\u202fle\u202f».')
		);
	const days = said ?? 0;
	const position: Position = {
		corps,
		grade: depuis.grade,
		echelon: depuis.echelon,
		chevron: depuis.chevron,
		depuis: le,
		reliquat: days
	};
	const located = locate(position, le, reference);
	if (!located.ok) return located;
	const values = answer(position, days, input, reference);
	if (!values.ok) return values;
	const manquants: Missing[] = [];
	if (said === null && !depuis.ancienneteTheorique)
		manquants.push({
			path: 'depuis.anciennete',
			question: 'Depuis combien de temps êtes-vous dans cet échelon\u202f?'
		});
	if (!('indiceMajore' in values.value && values.value.indiceMajore !== null))
		manquants.push({
			path: 'indiceMajore',
			question: 'L’indice de la grille d’arrivée n’est pas connu à cette date.'
		});
	return ok({ values: values.value as Record<string, unknown>, au: le, manquants });
});
