/** Which papers a request needs, and which right each one proves. */
import type { Confidence } from '../reference';
import type { Rule } from './rule';
import type { RequestScore } from './score';

export interface Piece {
	readonly id: string;
	readonly label: string;
	readonly documents: readonly string[];
	/** How long it holds, in French. */
	readonly validity: string | null;
	/** For the médecin-conseil's eyes only: never deposited with the others. */
	readonly medical: boolean;
	readonly sources: readonly string[];
	readonly confidence: Confidence;
}

export interface NeededPiece {
	readonly piece: Piece;
	/** Labels of the rights it proves. */
	readonly proves: readonly string[];
}

/** The confirmation first, which every request needs, then the papers of what counts or is asked. */
export function piecesFor(
	score: RequestScore | null,
	rules: readonly Rule[],
	pieces: readonly Piece[]
): NeededPiece[] {
	const claimed = new Set(
		score?.voeux.flatMap(({ lines, requested }) => [...lines, ...requested].map(({ rule }) => rule))
	);
	return pieces.flatMap((piece) => {
		if (piece.id === 'confirmation') return [{ piece, proves: [] }];
		const proves = rules
			.filter((rule) => claimed.has(rule.id) && rule.pieces.includes(piece.id))
			.map(({ label }) => label);
		return proves.length > 0 ? [{ piece, proves }] : [];
	});
}
