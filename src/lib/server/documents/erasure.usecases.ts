/** A person asks that a piece go before its term; the DPO answers, with a reason. Holds come first. */
import type { SessionUser } from '$lib/core/identity';
import { appError, fail, ok, type Result } from '$lib/core/shared';
import { db, unitOfWork } from '../db';
import { notify } from '../notifications';
import type { DocumentsDeps } from './documents-deps';
import { findDocument, touchDocument } from './documents.repository';
import { isReason } from './reason';
import { openHoldOf } from './retention.repository';
import { destroyDocument } from './retention.usecases';

const notFound = fail(appError('documents.not-found', 'not-found'));

export async function askErasure(
	{ user, documentId, reason }: { user: SessionUser; documentId: string; reason: string },
	deps: DocumentsDeps
): Promise<Result<null>> {
	if (!isReason(reason)) return fail(appError('documents.reason-required', 'validation'));
	return unitOfWork(async () => {
		const document = await findDocument(documentId);
		if (document?.account_id !== user.id) return notFound;
		const asked = await db()
			.insertInto('erasure_request')
			.values({
				...{ id: deps.newId(), document_id: documentId, reason: reason.trim() },
				...{ asked_at: deps.clock.now(), answer: null, answered_by: null, answered_at: null }
			})
			.onConflict((conflict) => conflict.column('document_id').doNothing())
			.returning('id')
			.executeTakeFirst();
		if (!asked) return fail(appError('documents.erasure-asked', 'conflict'));
		await touchDocument(documentId, user.id);
		return ok(null);
	});
}

/** Requests of an académie without an answer, oldest first. */
export const waitingErasures = (academie: string) =>
	db()
		.selectFrom('erasure_request as e')
		.innerJoin('document as d', 'd.id', 'e.document_id')
		.select(['e.id', 'e.document_id as documentId', 'e.reason', 'e.asked_at as askedAt'])
		.select(['d.type', 'd.medical', 'd.account_id as accountId'])
		.where('e.answered_at', 'is', null)
		.where('d.academie_code', '=', academie)
		.orderBy('e.asked_at')
		.execute();

export interface ErasureAnswer {
	readonly user: SessionUser;
	readonly request: string;
	readonly granted: boolean;
	/** Why, read by the person. */
	readonly answer: string;
}

export async function answerErasure(
	{ user, request, granted, answer }: ErasureAnswer,
	deps: DocumentsDeps
): Promise<Result<null>> {
	if (!isReason(answer)) return fail(appError('documents.reason-required', 'validation'));
	const asked = await db()
		.selectFrom('erasure_request')
		.selectAll()
		.where('id', '=', request)
		.where('answered_at', 'is', null)
		.executeTakeFirst();
	const document = asked && (await findDocument(asked.document_id));
	if (document?.academie_code !== user.academie) return notFound;
	if (granted && (await openHoldOf(document.id))) {
		return fail(appError('documents.held', 'conflict'));
	}
	// Told first: once the piece is gone, nothing else on the phone says why.
	await notify(
		{
			kind: 'erasure-answered',
			data: { request, name: document.name, granted, answer: answer.trim() },
			key: `effacement:${request}`,
			to: [document.account_id]
		},
		deps
	);
	if (granted) {
		await destroyDocument(document.id, deps);
		return ok(null);
	}
	await unitOfWork(async () => {
		await db()
			.updateTable('erasure_request')
			.set({ answer: answer.trim(), answered_by: user.id, answered_at: deps.clock.now() })
			.where('id', '=', request)
			.execute();
		await touchDocument(document.id, document.account_id);
	});
	return ok(null);
}
