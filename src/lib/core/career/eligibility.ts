/** Who may be promoted: conditions read at 31 August, for an effect on 1 September. */
import { addDays, dateFrom, partsOf, type CivilDate } from '../shared';
import { dateOfSeniority, seniorityOn, type Interruption } from './service';
import type { CorpsId, GradeId } from './corps';
import type { Position } from './position';
import type { CareerReference } from './reference';

/** The grade a promotion leads to, or null at the top and outside the three grades. */
export function nextGrade(grade: GradeId): GradeId | null {
	if (grade === 'classe-normale') return 'hors-classe';
	return grade === 'hors-classe' ? 'classe-exceptionnelle' : null;
}

/** Échelon of the hors-classe that opens the classe exceptionnelle. */
export function exceptionalThreshold(corps: CorpsId, reference: CareerReference): number {
	const { echelon, echelonByCorps } = reference.data.classeExceptionnelle.eligibility;
	return echelonByCorps[corps] ?? echelon;
}

/** First 31 August on or after `date`. */
export function august31From(date: CivilDate): CivilDate {
	const { year, month } = partsOf(date);
	return dateFrom(month >= 9 ? year + 1 : year, 8, 31);
}

/** Whole years completed in the échelon at the end of `day`. */
export const yearsCompleted = (
	position: Position,
	day: CivilDate,
	interruptions: readonly Interruption[]
): number =>
	Math.floor(
		seniorityOn(position.depuis, position.reliquat ?? 0, addDays(day, 1), interruptions) / 360
	);

/** May the person be promoted to the next grade, the position being held at the end of `day`? */
export function isPromotable(
	position: Position,
	day: CivilDate,
	reference: CareerReference,
	interruptions: readonly Interruption[] = []
): boolean {
	const { echelon, years } = reference.data.horsClasse.eligibility;
	if (position.grade === 'classe-normale')
		return (
			position.echelon > echelon ||
			(position.echelon === echelon && yearsCompleted(position, day, interruptions) >= years)
		);
	return (
		position.grade === 'hors-classe' &&
		position.echelon >= exceptionalThreshold(position.corps, reference)
	);
}

/**
 * The 31 August on which holding this rung first makes the person promotable; null when the rung
 * before already did, or when none will. Reads the position alone, so that a projection resumed from
 * any of its steps says the same.
 */
export function becomesPromotable(
	position: Position,
	reference: CareerReference,
	interruptions: readonly Interruption[]
): CivilDate | null {
	const arrived = position.reliquat !== undefined;
	if (position.grade === 'classe-normale') {
		const { echelon, years } = reference.data.horsClasse.eligibility;
		if (position.echelon === echelon) {
			const done = dateOfSeniority(
				position.depuis,
				position.reliquat ?? 0,
				years * 360,
				interruptions
			);
			return august31From(addDays(done, -1));
		}
		return arrived && position.echelon > echelon ? august31From(position.depuis) : null;
	}
	if (position.grade !== 'hors-classe') return null;
	const threshold = exceptionalThreshold(position.corps, reference);
	const first =
		position.echelon === threshold && (position.chevron === null || position.chevron === 'HEA1');
	if (!first && !(arrived && position.echelon > threshold)) return null;
	const day = august31From(position.depuis);
	return day >= reference.data.classeExceptionnelle.eligibility.from ? day : null;
}
