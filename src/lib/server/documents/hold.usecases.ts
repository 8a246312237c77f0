/**
 * A dispute or an inquiry keeps a piece past its term, and against an erasure, until it is lifted. Placed
 * and lifted by the service that reads the piece: the gestion, or the médecin-conseil for a medical one.
 */
import type { SessionUser } from '$lib/core/identity';
import { appError, fail, ok, type Result } from '$lib/core/shared';
import { db, unitOfWork } from '../db';
import type { DocumentsDeps } from './documents-deps';
import { touchDocument } from './documents.repository';
import { pieceFor } from './read.usecases';
import { isReason } from './reason';
import { openHoldOf } from './retention.repository';

const notFound = fail(appError('documents.not-found', 'not-found'));

/** The piece, when this person reads it for a service. */
async function readAsService(user: SessionUser, documentId: string) {
	const found = await pieceFor(user, documentId);
	return found?.right === 'service' ? found.document : null;
}

export async function placeHold(
	{ user, documentId, reason }: { user: SessionUser; documentId: string; reason: string },
	deps: Pick<DocumentsDeps, 'clock' | 'newId'>
): Promise<Result<null>> {
	if (!isReason(reason)) return fail(appError('documents.reason-required', 'validation'));
	const document = await readAsService(user, documentId);
	if (!document) return notFound;
	return unitOfWork(async () => {
		if (await openHoldOf(documentId)) return ok(null);
		await db()
			.insertInto('document_hold')
			.values({
				...{ id: deps.newId(), document_id: documentId, reason: reason.trim() },
				...{ placed_by: user.id, placed_at: deps.clock.now(), lifted_at: null }
			})
			.execute();
		await touchDocument(documentId, document.account_id);
		return ok(null);
	});
}

export async function liftHold(
	{ user, documentId }: { user: SessionUser; documentId: string },
	deps: Pick<DocumentsDeps, 'clock'>
): Promise<Result<null>> {
	const document = await readAsService(user, documentId);
	if (!document) return notFound;
	return unitOfWork(async () => {
		await db()
			.updateTable('document_hold')
			.set({ lifted_at: deps.clock.now() })
			.where('document_id', '=', documentId)
			.where('lifted_at', 'is', null)
			.execute();
		await touchDocument(documentId, document.account_id);
		return ok(null);
	});
}
