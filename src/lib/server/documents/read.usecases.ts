/** Opening a piece: by its owner, or by a service that says why, which the owner can read. */
import { rightOver } from '$lib/core/documents';
import type { SessionUser } from '$lib/core/identity';
import { appError, fail, ok, type Result } from '$lib/core/shared';
import { withRole } from '../db';
import { accountBrief, recordFileRead } from '../identity';
import { departementOfAgent } from '../institution';
import type { DocumentsDeps } from './documents-deps';
import { findDocument, type DocumentRow } from './documents.repository';

export interface OpenedPiece {
	readonly name: string;
	readonly bytes: Buffer;
}

const notFound = fail(appError('documents.not-found', 'not-found'));

/** The piece and the right over it; what one may not open does not exist. */
export async function pieceFor(user: SessionUser, id: string) {
	const document = await withRole(user, () => findDocument(id));
	const owner = document && (await accountBrief(document.account_id));
	if (!document || !owner) return null;
	const right = rightOver(user, {
		ownerId: document.account_id,
		academie: owner.academie,
		departement: await departementOfAgent(owner.agentId),
		medical: document.medical
	});
	return right && { document, owner, right };
}

/** Its owner sees again what they deposited; a service opens only what has been checked. */
const mayOpen = ({ state }: DocumentRow, right: 'owner' | 'service') =>
	right === 'owner' ? state !== 'refused' : state === 'accepted';

/** @param purpose why, in the words the owner will read; not asked of the owner */
export async function openPiece(
	{ user, id, purpose }: { user: SessionUser; id: string; purpose: string | null },
	deps: DocumentsDeps
): Promise<Result<OpenedPiece>> {
	const found = await pieceFor(user, id);
	if (!found || !mayOpen(found.document, found.right)) return notFound;
	const { document, owner, right } = found;
	if (right === 'service') {
		if (owner.agentId === null) return notFound;
		const read = { reader: user, agentId: owner.agentId, purpose: purpose ?? '' };
		const noted = await recordFileRead(read, deps);
		if (!noted.ok) return noted;
	}
	const bytes = await deps.vault.get(document);
	return bytes ? ok({ name: document.name, bytes }) : notFound;
}
