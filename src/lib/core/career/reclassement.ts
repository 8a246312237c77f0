/** Where a change of grade places a person: equal or higher index, seniority kept or lost. */
import type { Confidence, Explanation } from '../reference';
import {
	fail,
	frenchDate,
	frenchMonths,
	frenchOrdinal,
	frenchSeniority,
	latest,
	ok,
	refusal,
	seniorityFromDays,
	type CivilDate,
	type Result
} from '../shared';
import type { GradeId } from './corps';
import { exceptionalThreshold, nextGrade } from './eligibility';
import { rungName } from './explain';
import { indexAt, setIndexAt, type Ladder, type Rung } from './ladder';
import { rungKey, type Position } from './position';
import { ladderOf, type CareerReference } from './reference';
import { seniorityOn, type Interruption } from './service';

export interface Reclassement {
	/** Entered on the day of the change, with the seniority kept as `reliquat`. */
	readonly position: Position;
	readonly why: Explanation;
}

interface Placement {
	readonly rung: Rung;
	readonly kept: number;
	readonly reason: string;
}

/** A seniority that already fills the rung moves on to the next one, from zero. */
function stepOver(rungs: ReadonlyMap<string, Rung>, placed: Placement): Placement {
	const { rung, kept } = placed;
	if (rung.months === null || rung.then === null || kept < rung.months * 30) return placed;
	return {
		rung: rungs.get(rung.then)!,
		kept: 0,
		reason: `${placed.reason} Elle atteint la durée du ${frenchOrdinal(rung.echelon)} échelon\u00a0: passage immédiat au suivant, sans ancienneté.`
	};
}

function place(
	from: Ladder,
	to: Ladder,
	position: Position,
	days: number,
	on: CivilDate,
	reference: CareerReference
): Placement | null {
	// Before the first known indices, the order of the rungs is that of the first ones.
	const day = latest(on, to.indices[0]!.from);
	const rungs = to.sets[setIndexAt(to.sets, on)]!.rungs;
	const exception = reference.data.reclassement.grade.exceptions.find(
		(row) => row.grade === position.grade && row.echelon === position.echelon
	);
	if (exception) {
		const kept = days - exception.monthsLost * 30;
		const reason = `Depuis le ${frenchOrdinal(exception.echelon)} échelon, seule compte l’ancienneté au-delà de ${frenchMonths(exception.monthsLost)}.`;
		return stepOver(rungs, { rung: rungs.get(String(exception.target))!, kept, reason });
	}
	const key = rungKey(position.echelon, position.chevron);
	const held = indexAt(from, key, day)?.value;
	const old = from.sets[setIndexAt(from.sets, on)]!.rungs.get(key);
	if (held === undefined || !old) return null;
	for (const rung of rungs.values()) {
		const index = indexAt(to, rung.key, day)?.value ?? 0;
		if (index < held) continue;
		const next = old.then === null ? null : indexAt(from, old.then, day)!.value;
		const base = `Premier échelon d’indice au moins égal à ${held}\u00a0: ${rungName(rung)} (${index}).`;
		if (next !== null && index >= next)
			return {
				rung,
				kept: 0,
				reason: `${base} L’ancienneté repart de zéro\u00a0: l’échelon suivant de l’ancien grade n’aurait donné que ${next}.`
			};
		const why =
			next === null
				? 'dernier échelon de l’ancien grade'
				: `l’échelon suivant aurait donné ${next}`;
		return stepOver(rungs, {
			rung,
			kept: days,
			reason: `${base} Ancienneté conservée\u00a0: ${why}.`
		});
	}
	return null;
}

function confidenceOf(position: Position, days: number, reference: CareerReference): Confidence {
	const { confidence, confidences } = reference.data.reclassement.grade;
	const grid = reference.corps.get(position.corps)!.gridId;
	const row = confidences.find(
		(entry) =>
			entry.grid === grid &&
			entry.grade === position.grade &&
			entry.echelon === position.echelon &&
			days >= entry.fromMonths * 30
	);
	return row?.confidence ?? confidence;
}

/** The conditions on the day of the change, the seniority being counted up to that day. */
function mayChange(
	position: Position,
	days: number,
	on: CivilDate,
	reference: CareerReference
): boolean {
	const { horsClasse, classeExceptionnelle } = reference.data;
	if (position.grade === 'classe-normale') {
		const { echelon, years } = horsClasse.eligibility;
		return position.echelon > echelon || (position.echelon === echelon && days >= years * 360);
	}
	return (
		on < classeExceptionnelle.eligibility.from ||
		position.echelon >= exceptionalThreshold(position.corps, reference)
	);
}

export function changeGrade(
	position: Position,
	grade: GradeId,
	on: CivilDate,
	reference: CareerReference,
	interruptions: readonly Interruption[] = []
): Result<Reclassement> {
	const from = ladderOf(reference, position.corps, position.grade);
	const to = ladderOf(reference, position.corps, grade);
	if (!from || !to || nextGrade(position.grade) !== grade)
		return fail(
			refusal('career.no-such-promotion', 'grade', 'Ce grade n’est pas le suivant dans ce corps.')
		);
	const days = seniorityOn(position.depuis, position.reliquat ?? 0, on, interruptions);
	const placed = mayChange(position, days, on, reference)
		? place(from, to, position, days, on, reference)
		: null;
	if (!placed)
		return fail(
			refusal(
				'career.not-promotable',
				'echelon',
				`Le passage à la ${to.label.toLowerCase()} n’est pas ouvert depuis le ${frenchOrdinal(position.echelon)} échelon avec ${frenchSeniority(seniorityFromDays(days))} d’ancienneté.`
			)
		);
	const { rung, kept, reason } = placed;
	return ok({
		position: {
			corps: position.corps,
			grade,
			echelon: rung.echelon,
			chevron: rung.chevron,
			depuis: on,
			reliquat: kept,
			...(position.indiceConserve === undefined ? {} : { indiceConserve: position.indiceConserve })
		},
		why: {
			rule: 'reclassement-grade',
			text: reason,
			inputs: [
				{
					label: 'Avant',
					value: `${from.label}, ${rungName(position)}, ${frenchSeniority(seniorityFromDays(days))}`
				},
				{
					label: 'Après',
					value: `${to.label}, ${rungName(rung)}, ${frenchSeniority(seniorityFromDays(kept))}`
				},
				{ label: 'Effet', value: frenchDate(on) }
			],
			sources: reference.sources(reference.data.reclassement.grade.sources),
			confidence: confidenceOf(position, days, reference),
			at: on
		}
	});
}
