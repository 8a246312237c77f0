/** What a purge would do, before it does anything: read by people, then carried out as it stands. */
import type { CivilDate } from '../shared';
import { isDue, retentionOf, type PieceLife } from './retention';
import { typeOf, type DocumentsReference, type FinalFate } from './piece-type';

export interface KeptPiece extends PieceLife {
	readonly id: string;
	readonly type: string;
	/** A hold stops the count: a dispute, an inquiry. */
	readonly held: boolean;
}

export interface PlannedEnd {
	readonly id: string;
	readonly until: CivilDate;
	readonly fate: FinalFate;
	/** Due, and kept all the same. */
	readonly held: boolean;
}

export interface PurgePlan {
	readonly on: CivilDate;
	readonly ends: readonly PlannedEnd[];
}

/** A piece whose kind the data no longer knows is left alone: nobody decided of its end. */
export function planPurge(
	reference: DocumentsReference,
	pieces: readonly KeptPiece[],
	today: CivilDate
): PurgePlan {
	const ends = pieces.flatMap((piece): PlannedEnd[] => {
		const type = typeOf(reference, piece.type);
		if (!type) return [];
		const { until, fate } = retentionOf(reference, type, piece);
		if (until === null || !isDue({ until }, today)) return [];
		return [{ id: piece.id, until, fate, held: piece.held }];
	});
	return { on: today, ends };
}

/** What the purge destroys; the rest of the plan only tells why something stays. */
export const destroyedBy = ({ ends }: PurgePlan): string[] =>
	ends.filter(({ held, fate }) => !held && fate === 'destruction').map(({ id }) => id);
