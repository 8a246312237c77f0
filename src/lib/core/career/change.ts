/** One change of grade or corps on a given day: where it places, what it pays, what comes next. */
import type { Explanation } from '../reference';
import { ok, type CivilDate, type Result } from '../shared';
import type { Chevron, GradeId } from './corps';
import { becomeAgrege } from './corps-change';
import { enterByTable } from './corps-table';
import { indexAt } from './ladder';
import { nextPassage, plainTerms } from './passage';
import { rungKey, type Position } from './position';
import { changeGrade } from './reclassement';
import { ladderOf, type CareerReference } from './reference';
import { seniorityOn } from './service';

export type Change =
	{ readonly grade: GradeId } | { readonly corps: 'agrege' | 'personnel-direction' | 'ien' };

export interface Landing {
	readonly echelon: number;
	readonly chevron: Chevron | null;
	/** Seniority kept, in days of the 360-day year. */
	readonly kept: number;
	/** Null where the grid of arrival is not known. */
	readonly indice: number | null;
	/** Index of the former corps, kept personally while it is higher. */
	readonly indiceConserve: number | null;
	readonly next: {
		readonly on: CivilDate;
		readonly echelon: number;
		readonly chevron: Chevron | null;
		readonly indice: number | null;
	} | null;
	readonly why: Explanation;
}

/** What a position just entered pays, and the next one. */
export function landingOf(
	position: Position,
	why: Explanation,
	reference: CareerReference
): Landing {
	const ladder = ladderOf(reference, position.corps, position.grade)!;
	const passage = nextPassage(ladder, position, plainTerms);
	const indice = (key: string, on: CivilDate) => indexAt(ladder, key, on)?.value ?? null;
	return {
		echelon: position.echelon,
		chevron: position.chevron,
		kept: position.reliquat ?? 0,
		indice: indice(rungKey(position.echelon, position.chevron), position.depuis),
		indiceConserve: position.indiceConserve ?? null,
		next: passage && {
			on: passage.date,
			echelon: passage.to.echelon,
			chevron: passage.to.chevron,
			indice: indice(passage.to.key, passage.date)
		},
		why
	};
}

export function simulateChange(
	position: Position,
	change: Change,
	on: CivilDate,
	reference: CareerReference
): Result<Landing> {
	if ('grade' in change) {
		const changed = changeGrade(position, change.grade, on, reference);
		return changed.ok
			? ok(landingOf(changed.value.position, changed.value.why, reference))
			: changed;
	}
	if (change.corps === 'agrege') {
		const changed = becomeAgrege(position, on, reference);
		return changed.ok
			? ok(landingOf(changed.value.position, changed.value.why, reference))
			: changed;
	}
	const { toIen, toPersonnelDirection } = reference.data.reclassement;
	const days = seniorityOn(position.depuis, position.reliquat ?? 0, on, []);
	const table = change.corps === 'ien' ? toIen : toPersonnelDirection;
	const entry = enterByTable(table, position, days, on, reference);
	if (!entry.ok) return entry;
	const { echelon, kept, why } = entry.value;
	return ok({
		...{ echelon, chevron: null, kept, why },
		...{ indice: null, indiceConserve: null, next: null }
	});
}
