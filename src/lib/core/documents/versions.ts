/** Pieces as their owner reads them: the latest of each, with those it took the place of behind it. */
import type { PieceDocument } from './document';

export interface VersionedPiece {
	readonly piece: PieceDocument;
	/** Latest first. */
	readonly previous: readonly PieceDocument[];
}

/** A version takes the place of another once accepted: until then, or refused, it stands beside it. */
export function byVersion(pieces: readonly PieceDocument[]): VersionedPiece[] {
	const known = new Map(pieces.map((piece) => [piece.id, piece]));
	const accepted = pieces.filter(({ state }) => state === 'accepted');
	const replaced = new Set(accepted.map(({ replaces }) => replaces));
	const previousOf = ({ replaces }: PieceDocument): PieceDocument[] => {
		const before = known.get(replaces ?? '');
		return before ? [before, ...previousOf(before)] : [];
	};
	return pieces
		.filter(({ id }) => !replaced.has(id))
		.map((piece) => ({ piece, previous: piece.state === 'accepted' ? previousOf(piece) : [] }));
}
