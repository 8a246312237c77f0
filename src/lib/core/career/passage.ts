/** The next rung: when it is reached, and under which set of durations. */
import { latest, type CivilDate } from '../shared';
import { setIndexAt, type Ladder, type Rung } from './ladder';
import { rungKey, type Position } from './position';
import { dateOfSeniority, type Interruption } from './service';

export interface PassageTerms {
	/** The one-year bonification is granted where the rung allows one. */
	readonly fast: boolean;
	/** Months of seniority bonus (ASA, school head), used at the next change of échelon. */
	readonly asaMonths: number;
	readonly interruptions: readonly Interruption[];
	/** Read the unconfirmed reform after the rules in force. */
	readonly draft: boolean;
}

export const plainTerms: PassageTerms = {
	fast: false,
	asaMonths: 0,
	interruptions: [],
	draft: false
};

export interface Passage {
	readonly date: CivilDate;
	readonly from: Rung;
	readonly to: Rung;
	/** Months the rung asked for. */
	readonly months: number;
	readonly fast: boolean;
	/** Months of bonus that moved the date. */
	readonly asaMonths: number;
	readonly draft: boolean;
}

/**
 * The rules may change while a person waits: under each set in turn, the passage happens on the day
 * its duration is complete, or on the day the set takes effect when it is already exceeded.
 */
export function nextPassage(
	ladder: Ladder,
	position: Position,
	terms: PassageTerms
): Passage | null {
	const sets = terms.draft ? ladder.draftSets : ladder.sets;
	const key = rungKey(position.echelon, position.chevron);
	const first = setIndexAt(sets, position.depuis);
	for (let i = first; i < sets.length; i++) {
		const set = sets[i]!;
		const from = set.rungs.get(key);
		if (!from || from.months === null || from.then === null) continue;
		const to = set.rungs.get(from.then)!;
		const fast = terms.fast && from.fastMonths !== null;
		const months = fast ? from.fastMonths! : from.months;
		// A bonus moves a change of échelon, never a change of chevron.
		const asaMonths = from.chevron === null ? terms.asaMonths : 0;
		const complete = dateOfSeniority(
			position.depuis,
			position.reliquat ?? 0,
			(months - asaMonths) * 30,
			terms.interruptions
		);
		const date = i === first ? complete : latest(complete, set.from);
		const successor = sets[i + 1];
		if (successor && date >= successor.from) continue;
		return { date, from, to, months, fast, asaMonths, draft: i >= ladder.sets.length };
	}
	return null;
}

/** Where the passage leaves the person. */
export const afterPassage = (position: Position, { to, date }: Passage): Position => ({
	corps: position.corps,
	grade: position.grade,
	echelon: to.echelon,
	chevron: to.chevron,
	depuis: date,
	...(position.indiceConserve === undefined ? {} : { indiceConserve: position.indiceConserve })
});
