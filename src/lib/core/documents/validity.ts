/** Until when a piece proves something, and why. */
import { valueAt, type Explanation } from '../reference';
import { addDays, addMonths, frenchDate, NBSP, type CivilDate } from '../shared';
import { sourcesOf, type DocumentsReference, type PieceType } from './piece-type';

/** A piece is said to expire soon that many days ahead. */
export const SOON_DAYS = 30;

export interface PieceDates {
	/** Day the paper was drawn up. */
	readonly issuedOn: CivilDate;
	/** Last day printed on the paper, where there is one. */
	readonly endsOn: CivilDate | null;
}

export interface Validity {
	/** Last day on which it may be sent; null when nothing limits it, or nobody said. */
	readonly until: CivilDate | null;
	/** The paper bears an end date, and the person has not copied it. */
	readonly endMissing: boolean;
	readonly why: Explanation;
}

/** The rule in force the day the paper was drawn up, or the first one known. */
const ruleAt = (type: PieceType, date: CivilDate) =>
	valueAt(type.validity, date) ?? type.validity[0]!.value;

export function validityOf(
	reference: DocumentsReference,
	type: PieceType,
	{ issuedOn, endsOn }: PieceDates
): Validity {
	const { value: rule, text, sources, confidence } = ruleAt(type, issuedOn);
	const until =
		rule.kind === 'age'
			? // « Less than three months old »: the day it reaches them is already too late.
				addDays(addMonths(issuedOn, rule.months), -1)
			: rule.kind === 'printed'
				? endsOn
				: null;
	const why: Explanation = {
		rule: `validite.${type.id}`,
		text,
		inputs: [
			{ label: 'Date de la pièce', value: frenchDate(issuedOn) },
			...(endsOn ? [{ label: 'Fin inscrite sur la pièce', value: frenchDate(endsOn) }] : []),
			...(rule.kind === 'age' ? [{ label: 'Durée', value: `${rule.months}${NBSP}mois` }] : [])
		],
		sources: sourcesOf(reference, sources),
		confidence,
		at: issuedOn
	};
	return { until, endMissing: rule.kind === 'printed' && endsOn === null, why };
}

/** Whether it is too late to file a piece on `day`. */
export const isExpired = (until: CivilDate | null, day: CivilDate): boolean =>
	until !== null && until < day;
