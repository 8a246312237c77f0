/** Entering the corps of the agrégés: theoretical seniority, weighted, then laid out on their ladder. */
import { weakest, type Confidence } from '../reference';
import {
	fail,
	frenchNumber,
	frenchSeniority,
	latest,
	ok,
	refusal,
	seniorityFromDays,
	type CivilDate,
	type Result,
	type Seniority
} from '../shared';
import { rungName } from './explain';
import { indexAt, setIndexAt, type Ladder, type Rung } from './ladder';
import { rungKey, type Position } from './position';
import type { Reclassement } from './reclassement';
import { ladderOf, type CareerReference } from './reference';
import { seniorityOn, type Interruption } from './service';

export interface CorpsChangeTerms {
	readonly biadmissible?: boolean;
	/** Theoretical seniority in days, given by the person where its table is not published. */
	readonly theoreticalDays?: number;
	readonly interruptions?: readonly Interruption[];
}

export interface CorpsChange extends Reclassement {
	/** The index of the former corps, when it is higher than the new one. */
	readonly indiceConserve: number | null;
	readonly ancienneteEchelon: Seniority;
	readonly theoreticalDays: number;
	readonly weightedDays: number;
}

/** Sum of the ordinary durations of the rungs before `key`, in days. */
function daysBefore(rungs: ReadonlyMap<string, Rung>, key: string): number {
	let days = 0;
	for (const rung of rungs.values()) {
		if (rung.key === key) return days;
		days += (rung.months ?? 0) * 30;
	}
	return days;
}

function theoretical(
	position: Position,
	ladder: Ladder,
	inRung: number,
	on: CivilDate,
	reference: CareerReference
): { readonly days: number; readonly confidence: Confidence } | null {
	const key = rungKey(position.echelon, position.chevron);
	if (position.grade === 'classe-normale')
		return {
			days: daysBefore(ladder.sets[setIndexAt(ladder.sets, on)]!.rungs, key) + inRung,
			confidence: 'haute'
		};
	const { published, guessed } = reference.data.reclassement.toAgrege;
	const known = published[position.grade]?.[key];
	const guess = guessed[position.grade]?.[key];
	if (known !== undefined) return { days: known * 30 + inRung, confidence: 'haute' };
	if (guess !== undefined) return { days: guess * 30 + inRung, confidence: 'non-verifiee' };
	return null;
}

function layOut(ladder: Ladder, days: number, on: CivilDate) {
	const { rungs } = ladder.sets[setIndexAt(ladder.sets, on)]!;
	let rung = rungs.values().next().value!;
	let left = days;
	while (rung.months !== null && rung.then !== null && left >= rung.months * 30) {
		left -= rung.months * 30;
		rung = rungs.get(rung.then)!;
	}
	return { rung, left };
}

export function becomeAgrege(
	position: Position,
	on: CivilDate,
	reference: CareerReference,
	terms: CorpsChangeTerms = {}
): Result<CorpsChange> {
	const rule = reference.data.reclassement.toAgrege;
	const coefficient = terms.biadmissible ? rule.biadmissible : rule.coefficients[position.corps];
	const from = ladderOf(reference, position.corps, position.grade);
	const to = ladderOf(reference, 'agrege', 'classe-normale')!;
	if (coefficient === undefined || !from)
		return fail(
			refusal('reference.unknown', 'corps', 'Aucune règle publiée n’a été trouvée depuis ce corps.')
		);
	const inRung = seniorityOn(
		position.depuis,
		position.reliquat ?? 0,
		on,
		terms.interruptions ?? []
	);
	const theory =
		terms.theoreticalDays === undefined
			? theoretical(position, from, inRung, on, reference)
			: { days: terms.theoreticalDays, confidence: 'haute' as const };
	if (!theory)
		return fail(
			refusal(
				'reference.unknown',
				'ancienneteTheorique',
				'L’ancienneté théorique de cet échelon n’est pas publiée\u00a0: indiquez la vôtre.'
			)
		);
	const weightedDays = Math.floor((theory.days * coefficient) / rule.denominator);
	const { rung, left } = layOut(to, weightedDays, on);
	const day = latest(on, to.indices[0]!.from);
	const held =
		position.indiceConserve ??
		indexAt(from, rungKey(position.echelon, position.chevron), day)?.value ??
		0;
	const reached = indexAt(to, rung.key, day)?.value ?? 0;
	const indiceConserve = held > reached ? held : null;
	const span = (days: number) => frenchSeniority(seniorityFromDays(days));
	return ok({
		position: {
			corps: 'agrege',
			grade: 'classe-normale',
			echelon: rung.echelon,
			chevron: rung.chevron,
			depuis: on,
			reliquat: left,
			...(indiceConserve === null ? {} : { indiceConserve })
		},
		indiceConserve,
		ancienneteEchelon: seniorityFromDays(inRung),
		theoreticalDays: theory.days,
		weightedDays,
		why: {
			rule: 'reclassement-agrege',
			text:
				`Ancienneté théorique de ${span(theory.days)} × ${coefficient}/${rule.denominator} = ${span(weightedDays)}, soit le ${rungName(rung)} de la classe normale avec ${span(left)}.` +
				(indiceConserve === null
					? ''
					: ` L’indice ${indiceConserve} est conservé à titre personnel\u202f; la pension suit l’indice de l’échelon.`),
			inputs: [
				{ label: 'Ancienneté théorique', value: `${frenchNumber(theory.days)} jours` },
				{ label: 'Coefficient', value: `${coefficient}/${rule.denominator}` }
			],
			sources: reference.sources(rule.sources),
			confidence: weakest(rule.confidence, theory.confidence),
			at: on
		}
	});
}
