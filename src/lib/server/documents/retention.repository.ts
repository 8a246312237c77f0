import type { KeptPiece, PurgePlan } from '$lib/core/documents';
import { parisDate, type CivilDate } from '$lib/core/shared';
import { sql } from 'kysely';
import { db } from '../db';
import { filingsOf } from './documents.repository';

/** Every piece as the retention table sees it, a page after `after`. */
export async function keptPieces(
	after: string,
	limit: number
): Promise<(KeptPiece & { accountId: string; medical: boolean })[]> {
	const rows = await db()
		.selectFrom('document')
		.select(['id', 'account_id', 'type', 'medical', 'deposited_at'])
		.select(
			sql<boolean>`exists (select from document_hold h
				where h.document_id = document.id and h.lifted_at is null)`.as('held')
		)
		.where('id', '>', after)
		.orderBy('id')
		.limit(limit)
		.execute();
	const filings = Map.groupBy(await filingsOf(rows.map(({ id }) => id)), (one) => one.documentId);
	return rows.map(({ id, account_id, type, medical, deposited_at, held }) => ({
		...{ id, type, medical, held, accountId: account_id },
		depositedOn: parisDate(deposited_at),
		campaigns: (filings.get(id) ?? []).map(({ campaignEndsOn }) => campaignEndsOn)
	}));
}

export async function insertPurgeRun(run: {
	id: string;
	day: CivilDate;
	plannedAt: Date;
	plan: PurgePlan;
}): Promise<void> {
	await db()
		.insertInto('purge_run')
		.values({
			...{ id: run.id, day: run.day, planned_at: run.plannedAt, done_at: null },
			plan: JSON.stringify(run.plan)
		})
		.execute();
}

export const finishPurgeRun = (id: string, at: Date) =>
	db().updateTable('purge_run').set({ done_at: at }).where('id', '=', id).execute();

export const lastPurgeRuns = (limit = 20) =>
	db().selectFrom('purge_run').selectAll().orderBy('planned_at', 'desc').limit(limit).execute();

export const openHoldOf = (documentId: string) =>
	db()
		.selectFrom('document_hold')
		.selectAll()
		.where('document_id', '=', documentId)
		.where('lifted_at', 'is', null)
		.executeTakeFirst();
