/** Pieces as their owner reads them: the latest of each, with those it took the place of behind it. */
import type { PieceDocument } from './document';

export interface VersionedPiece {
	readonly document: PieceDocument;
	/** Latest first. */
	readonly previous: readonly PieceDocument[];
}

/** A version takes the place of another once accepted: until then, or refused, it stands beside it. */
export function byVersion(documents: readonly PieceDocument[]): VersionedPiece[] {
	const known = new Map(documents.map((document) => [document.id, document]));
	const accepted = documents.filter(({ state }) => state === 'accepted');
	const replaced = new Set(accepted.map(({ replaces }) => replaces));
	const previousOf = (document: PieceDocument): PieceDocument[] => {
		const before = known.get(document.replaces ?? '');
		return before ? [before, ...previousOf(before)] : [];
	};
	return documents
		.filter(({ id }) => !replaced.has(id))
		.map((document) => ({
			document,
			previous: document.state === 'accepted' ? previousOf(document) : []
		}));
}
