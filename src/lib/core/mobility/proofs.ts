/** What a person's deposited pieces prove of a request, and whether they still hold. */
import {
	isExpired,
	typeOf,
	validityOf,
	type DocumentsReference,
	type PieceDocument
} from '../documents';
import type { CivilDate } from '../shared';
import type { ProofState } from './filing-checklist';

type Deposited = Pick<PieceDocument, 'type' | 'state' | 'issuedOn' | 'endsOn'>;

/** One state per piece of the request that something was deposited for; what holds wins. */
export function proofStates(
	documents: readonly Deposited[],
	reference: DocumentsReference,
	on: CivilDate
): ProofState[] {
	const states = new Map<string, ProofState>();
	for (const paper of documents) {
		const type = typeOf(reference, paper.type);
		if (!type || paper.state !== 'accepted') continue;
		const state = isExpired(validityOf(reference, type, paper).until, on) ? 'perimee' : 'valable';
		for (const piece of type.serves) {
			if (states.get(piece)?.state !== 'valable') states.set(piece, { piece, state });
		}
	}
	return [...states.values()];
}
