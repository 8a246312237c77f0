/** A paper that bears its last day is one more date of the person's thread: have another one made before. */
import type { Deadline } from '../notifications';
import type { PieceDocument } from './document';

export type DatedPiece = Pick<PieceDocument, 'id' | 'type' | 'name' | 'endsOn'>;

const actions: Readonly<Record<string, string>> = { rqth: 'renouveler la RQTH' };

export const renewalOf = ({ id, type, name, endsOn }: DatedPiece): Deadline[] =>
	endsOn === null
		? []
		: [
				{
					...{ id: `piece-${id}`, title: `Fin de validité\u00a0: ${name}`, date: endsOn },
					...{ action: actions[type] ?? 'renouveler cette pièce', minutes: null },
					...{ path: '/plus/documents', sensitive: true }
				}
			];

/** Of pieces on a phone: accepted, and not replaced by another that is. */
export function renewalsOf(
	pieces: readonly (DatedPiece & Pick<PieceDocument, 'state' | 'replaces'>)[]
): Deadline[] {
	const accepted = pieces.filter(({ state }) => state === 'accepted');
	const replaced = new Set(accepted.map(({ replaces }) => replaces));
	return accepted.filter(({ id }) => !replaced.has(id)).flatMap(renewalOf);
}
