/** The rows of pieces. Every change takes the head of its owner's stream, so that phones hear of it. */
import type { DocumentState, FileRefusal } from '$lib/core/documents';
import type { CivilDate } from '$lib/core/shared';
import { sql } from 'kysely';
import { db } from '../db';
import { bumpStream, bury } from '../sync';
import type { DocumentTable } from './documents.tables';

export interface DocumentRow extends Omit<DocumentTable, 'version' | 'rev'> {
	version: number;
	rev: number;
}

export const findDocument = (id: string): Promise<DocumentRow | undefined> =>
	db().selectFrom('document').selectAll().where('id', '=', id).executeTakeFirst();

export const findDocuments = (ids: readonly string[]): Promise<DocumentRow[]> =>
	db()
		.selectFrom('document')
		.selectAll()
		.where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
		.execute();

export const documentsOfAccount = (accountId: string): Promise<DocumentRow[]> =>
	db()
		.selectFrom('document')
		.selectAll()
		.where('account_id', '=', accountId)
		.orderBy('deposited_at', 'desc')
		.orderBy('id')
		.execute();

export async function bytesOf(accountId: string): Promise<number> {
	const row = await db()
		.selectFrom('document')
		.select(sql<number>`coalesce(sum(bytes), 0)::bigint`.as('bytes'))
		.where('account_id', '=', accountId)
		.where('state', '<>', 'refused')
		.executeTakeFirstOrThrow();
	return row.bytes;
}

const streamOf = (accountId: string) => `user:${accountId}` as const;

export async function insertDocument(document: Omit<DocumentRow, 'rev'>): Promise<void> {
	const rev = await bumpStream(streamOf(document.account_id));
	await db()
		.insertInto('document')
		.values({ ...document, rev })
		.execute();
}

/** Marks the piece as changed for its owner's phones; within a unit of work. */
export async function touchDocument(id: string, accountId: string): Promise<void> {
	const rev = await bumpStream(streamOf(accountId));
	await db().updateTable('document').set({ rev }).where('id', '=', id).execute();
}

export async function settleDocument(
	{ id, accountId }: { id: string; accountId: string },
	outcome: { state: DocumentState; refusal: FileRefusal | null; pages: number | null }
): Promise<void> {
	const rev = await bumpStream(streamOf(accountId));
	await db()
		.updateTable('document')
		.set({ ...outcome, rev })
		.where('id', '=', id)
		.where('state', '=', 'checking')
		.execute();
}

export async function deleteDocument(id: string, accountId: string): Promise<void> {
	const stream = streamOf(accountId);
	const rev = await bumpStream(stream);
	await db().deleteFrom('document').where('id', '=', id).execute();
	await bury(stream, 'document', id, rev);
}

/** Pieces sealed under a key that is no longer the one in use. */
export const sealedUnderOldKeys = (
	inUse: { pieces: string; medical: string },
	limit: number
): Promise<{ id: string; medical: boolean }[]> =>
	db()
		.selectFrom('document')
		.select(['id', 'medical'])
		.where(sql<boolean>`key_id <> case when medical then ${inUse.medical} else ${inUse.pieces} end`)
		.where('state', '<>', 'refused')
		.limit(limit)
		.execute();

export const setKey = (id: string, keyId: string) =>
	db().updateTable('document').set({ key_id: keyId }).where('id', '=', id).execute();

/** Accepted pieces whose printed date or age ends between two days is for the core to say: here are all. */
/** @param only pieces of one account; null for all */
export const acceptedWithDates = (
	only: string | null = null
): Promise<Pick<DocumentRow, 'id' | 'account_id' | 'type' | 'name' | 'issued_on' | 'ends_on'>[]> =>
	db()
		.selectFrom('document')
		.select(['id', 'account_id', 'type', 'name', 'issued_on', 'ends_on'])
		.where('state', '=', 'accepted')
		.$if(only !== null, (query) => query.where('account_id', '=', only!))
		.where(
			sql<boolean>`not exists (select from document newer where newer.replaces = document.id
				and newer.state = 'accepted')`
		)
		.execute();

export interface FilingOfDocument {
	readonly documentId: string;
	readonly filing: string;
	readonly campaignEndsOn: CivilDate | null;
}

export const filingsOf = (ids: readonly string[]): Promise<FilingOfDocument[]> =>
	db()
		.selectFrom('document_filing')
		.select(['document_id as documentId', 'filing', 'campaign_ends_on as campaignEndsOn'])
		.where('document_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
		.execute();
