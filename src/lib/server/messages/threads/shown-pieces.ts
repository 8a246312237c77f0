/** Pieces of their own that a person shows to the service: accepted ones, never medical ones. */
import { describeDocuments, type PieceSummary } from '../../documents';

const canBeShown = ({ state, medical }: PieceSummary): boolean => state === 'accepted' && !medical;

/** Of these, those that this person may show. */
export async function shownPieces(ownerId: string, ids: readonly string[]): Promise<string[]> {
	const known = await describeDocuments(ids);
	return known
		.filter((piece) => piece.ownerId === ownerId && canBeShown(piece))
		.map(({ id }) => id);
}

/** Their names; one that its owner has since erased is no longer there. */
export async function namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
	const known = await describeDocuments(ids);
	return new Map(known.filter(canBeShown).map(({ id, name }) => [id, name]));
}
