/**
 * What other rooms do with pieces: file them for something, and tell what they are. A filed piece
 * keeps its id, its digest and its bytes; a newer version is another piece.
 */
import { isExpired, typeOf, validityOf, type DocumentState } from '$lib/core/documents';
import { appError, fail, ok, type CivilDate, type Result } from '$lib/core/shared';
import { documentsReference as reference } from '$lib/data/documents';
import { db, unitOfWork } from '../db';
import {
	documentsOfAccount,
	findDocuments,
	touchDocument,
	type DocumentRow
} from './documents.repository';

export interface PieceSummary {
	readonly id: string;
	readonly ownerId: string;
	readonly type: string;
	/** Pieces of a mutation request it may serve as. */
	readonly serves: readonly string[];
	readonly name: string;
	readonly sha256: string;
	readonly bytes: number;
	readonly pages: number | null;
	readonly medical: boolean;
	readonly state: DocumentState;
	/** Last day on which it may be filed; null when nothing limits it. */
	readonly validUntil: CivilDate | null;
	readonly depositedAt: Date;
}

function summaryOf(row: DocumentRow): PieceSummary {
	const type = typeOf(reference, row.type);
	const dates = { issuedOn: row.issued_on, endsOn: row.ends_on };
	return {
		...{ id: row.id, ownerId: row.account_id, type: row.type, serves: type?.serves ?? [] },
		...{ name: row.name, sha256: row.sha256, bytes: row.bytes, pages: row.pages },
		...{ medical: row.medical, state: row.state, depositedAt: row.deposited_at },
		validUntil: type ? validityOf(reference, type, dates).until : null
	};
}

/** A person's pieces, latest first. */
export const documentsOf = async (accountId: string): Promise<PieceSummary[]> =>
	(await documentsOfAccount(accountId)).map(summaryOf);

/** The pieces of these ids that exist, in no order. */
export const describeDocuments = async (ids: readonly string[]): Promise<PieceSummary[]> =>
	(await findDocuments(ids)).map(summaryOf);

export interface AttachCommand {
	readonly documentId: string;
	/** Who files it: its owner. */
	readonly accountId: string;
	/** What it is filed for, as the caller names it: `demande:<id>`. */
	readonly filing: string;
	/** The legal day of the filing. */
	readonly on: CivilDate;
	readonly at: Date;
	/** Last day of the campaign, null while it is not known. */
	readonly campaignEndsOn: CivilDate | null;
}

/** Files a piece, within the caller's unit of work. An expired or unchecked piece is not filed. */
export const attachDocument = (command: AttachCommand): Promise<Result<PieceSummary>> =>
	unitOfWork(async () => {
		const { documentId, accountId, filing, on, at, campaignEndsOn } = command;
		const [row] = await findDocuments([documentId]);
		if (row?.account_id !== accountId) return fail(appError('documents.not-found', 'not-found'));
		if (row.state !== 'accepted') return fail(appError('documents.not-accepted', 'conflict'));
		const piece = summaryOf(row);
		if (isExpired(piece.validUntil, on)) return fail(appError('documents.expired', 'conflict'));
		await db()
			.insertInto('document_filing')
			.values({
				...{ document_id: documentId, filing, campaign_ends_on: campaignEndsOn },
				attached_at: at
			})
			.onConflict((conflict) => conflict.columns(['document_id', 'filing']).doNothing())
			.execute();
		await touchDocument(documentId, accountId);
		return ok(piece);
	});

/** Takes a piece back from a filing that has not been sent. */
export const detachDocument = (documentId: string, filing: string): Promise<void> =>
	unitOfWork(async () => {
		await db()
			.deleteFrom('document_filing')
			.where('document_id', '=', documentId)
			.where('filing', '=', filing)
			.execute();
		const [row] = await findDocuments([documentId]);
		if (row) await touchDocument(documentId, row.account_id);
	});

/** The campaign of these filings is over: the count of what they keep begins. */
export const closeFilings = (filings: readonly string[], endsOn: CivilDate): Promise<void> =>
	unitOfWork(async () => {
		if (filings.length === 0) return;
		const closed = await db()
			.updateTable('document_filing')
			.set({ campaign_ends_on: endsOn })
			.where('filing', 'in', [...filings])
			.returning('document_id')
			.execute();
		for (const row of await findDocuments(closed.map((one) => one.document_id))) {
			await touchDocument(row.id, row.account_id);
		}
	});
