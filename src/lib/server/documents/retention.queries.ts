/** What the next purges will do, told by kind of piece: nobody's piece is named to say so. */
import { planPurge } from '$lib/core/documents';
import type { CivilDate } from '$lib/core/shared';
import { documentsReference as reference } from '$lib/data/documents';
import { keptPieces } from './retention.repository';

export interface ComingEnd {
	readonly type: string;
	/** Last day of the first of them. */
	readonly first: CivilDate;
	readonly destroyed: number;
	/** Kept all the same: a hold, or the archives have to choose. */
	readonly kept: number;
}

/** Ends due by that day in an académie, the earliest first. */
export async function comingEnds(by: CivilDate, academie: string): Promise<ComingEnd[]> {
	const found = new Map<string, ComingEnd>();
	for await (const pieces of keptPieces(academie)) {
		const types = new Map(pieces.map(({ id, type }) => [id, type]));
		for (const { id, until, held, fate } of planPurge(reference, pieces, by).ends) {
			const type = types.get(id)!;
			const known = found.get(type) ?? { type, first: until, destroyed: 0, kept: 0 };
			const goes = !held && fate === 'destruction';
			found.set(type, {
				...{ type, first: until < known.first ? until : known.first },
				...{ destroyed: known.destroyed + Number(goes), kept: known.kept + Number(!goes) }
			});
		}
	}
	return [...found.values()].sort((a, b) => a.first.localeCompare(b.first));
}
