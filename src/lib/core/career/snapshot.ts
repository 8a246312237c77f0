/** What a person sees first: where they stand on a day, what it pays, and what comes next. */
import type { Figure, Missing } from '../reference';
import {
	fail,
	frenchDate,
	ok,
	refusal,
	seniorityFromDays,
	type CivilDate,
	type Result,
	type Seniority
} from '../shared';
import { explainGross, explainIndex, explainPassage, explainSeniority } from './explain';
import { grossMonthly } from './gross';
import { indexAt, rungAt, type Ladder, type Rung } from './ladder';
import { nextPassage, plainTerms, type PassageTerms } from './passage';
import { rungKey, type Position } from './position';

import { ladderOf, type CareerReference } from './reference';
import { seniorityOn } from './service';
import type { Chevron } from './corps';

/** Durations are known from this day; before it nothing is computed. */
export const knownFrom = '2017-09-01' as CivilDate;

export interface NextStep {
	readonly echelon: number;
	readonly chevron: Chevron | null;
	readonly date: Figure<CivilDate>;
	readonly indice: Figure<number | null>;
	readonly gross: Figure<number | null>;
}

export interface Snapshot {
	readonly position: Position;
	readonly on: CivilDate;
	readonly corpsLabel: string;
	readonly gradeLabel: string;
	/** Time in the échelon, or in the chevron. */
	readonly seniority: Figure<Seniority>;
	readonly indice: Figure<number | null>;
	readonly gross: Figure<number | null>;
	/** The next échelon or chevron at its ordinary date; null at the top of the grade or when unknown. */
	readonly next: NextStep | null;
	/** The same with the one-year bonification, where the échelon can have one. */
	readonly nextWithBonification: NextStep | null;
	/** Top of the grade: only a promotion goes further. */
	readonly last: boolean;
	/** The date of the next step is already past: the record is probably behind. */
	readonly overdue: boolean;
	readonly missing: readonly Missing[];
}

/** The ladder and the rung of a position, or why there is none. */
export function locate(
	position: Position,
	on: CivilDate,
	reference: CareerReference
): Result<{ ladder: Ladder; rung: Rung | null }> {
	if (on < knownFrom)
		return fail(
			refusal(
				'reference.unknown-at-date',
				'',
				`Les durées d’échelon ne sont connues qu’à partir du ${frenchDate(knownFrom)}.`
			)
		);
	const ladder = ladderOf(reference, position.corps, position.grade);
	if (!ladder)
		return fail(
			refusal('career.unknown-grade', 'position.grade', 'Ce grade n’existe pas dans ce corps.')
		);
	// Contractuels have no national échelon: nothing to climb, nothing to refuse.
	if (ladder.sets.length === 0) return ok({ ladder, rung: null });
	const rung = rungAt(ladder.sets, rungKey(position.echelon, position.chevron), on);
	if (rung) return ok({ ladder, rung });
	const hasChevron = rungAt(ladder.sets, rungKey(position.echelon, 'HEA1'), on) !== null;
	return fail(
		hasChevron && position.chevron === null
			? refusal(
					'career.unknown-echelon',
					'position.chevron',
					'Cet échelon a des chevrons\u00a0: indiquez le vôtre.'
				)
			: refusal(
					'career.unknown-echelon',
					'position.echelon',
					'Cet échelon ou ce chevron n’existe pas dans ce grade à cette date.'
				)
	);
}

export function pay(
	position: Position,
	ladder: Ladder,
	on: CivilDate,
	reference: CareerReference
): Pick<Snapshot, 'indice' | 'gross'> {
	const index = indexAt(ladder, rungKey(position.echelon, position.chevron), on);
	const gross = index ? grossMonthly(reference, index.value, on) : null;
	return {
		indice: { value: index?.value ?? null, why: explainIndex(position, ladder.label, index, on) },
		gross: { value: gross, why: explainGross(reference, index, gross, on) }
	};
}

function nextStep(
	position: Position,
	ladder: Ladder,
	terms: PassageTerms,
	reference: CareerReference
): NextStep | null {
	const passage = nextPassage(ladder, position, terms);
	if (!passage) return null;
	const { echelon, chevron } = passage.to;
	return {
		echelon,
		chevron,
		date: { value: passage.date, why: explainPassage(position, passage, false) },
		...pay({ ...position, echelon, chevron, depuis: passage.date }, ladder, passage.date, reference)
	};
}

function missingOf(position: Position, rung: Rung | null, indice: number | null, on: CivilDate) {
	const missing: Missing[] = [];
	if (!rung)
		missing.push({
			path: 'indiceMajore',
			question:
				'Les contractuels n’ont pas de grille nationale\u00a0: quel indice majoré porte votre contrat, et quand est-il réexaminé\u202f?'
		});
	else if (indice === null)
		missing.push({
			path: 'indiceMajore',
			question: `L’indice majoré de cet échelon n’a pas été trouvé au ${frenchDate(on)}\u00a0: quel est celui de votre bulletin de paie\u202f?`
		});
	if (rung?.unknown)
		missing.push({
			path: 'position.echelon',
			question:
				'La durée de cet échelon n’a pas été trouvée\u00a0: quelle date porte votre arrêté\u202f?'
		});
	return missing;
}

export function snapshot(
	position: Position,
	on: CivilDate,
	reference: CareerReference
): Result<Snapshot> {
	const located = locate(position, on, reference);
	if (!located.ok) return located;
	const { ladder, rung } = located.value;
	const days = seniorityOn(position.depuis, position.reliquat ?? 0, on, []);
	const paid = pay(position, ladder, on, reference);
	const next = nextStep(position, ladder, plainTerms, reference);
	return ok({
		position,
		on,
		corpsLabel: reference.corps.get(position.corps)!.label,
		gradeLabel: ladder.label,
		seniority: {
			value: seniorityFromDays(days),
			why: explainSeniority(position, days, on)
		},
		...paid,
		next,
		nextWithBonification:
			rung && rung.fastMonths !== null
				? nextStep(position, ladder, { ...plainTerms, fast: true }, reference)
				: null,
		last: rung !== null && rung.months === null && !rung.unknown,
		overdue: next !== null && next.date.value <= on,
		missing: missingOf(position, rung, paid.indice.value, on)
	});
}
