import type { KeptPiece, PurgePlan } from '$lib/core/documents';
import { parisDate, type CivilDate } from '$lib/core/shared';
import { sql } from 'kysely';
import { db } from '../db';
import { filingsOf } from './documents.repository';

const PAGE = 500;

export type KeptRow = KeptPiece & { readonly accountId: string; readonly medical: boolean };

/** Every piece as the retention table sees it, some at a time; those of one académie when it is named. */
export async function* keptPieces(academie: string | null = null): AsyncGenerator<KeptRow[]> {
	let after = '00000000-0000-0000-0000-000000000000';
	for (;;) {
		const page = await keptPage(after, academie);
		if (page.length > 0) yield page;
		if (page.length < PAGE) return;
		after = page.at(-1)!.id;
	}
}

async function keptPage(after: string, academie: string | null): Promise<KeptRow[]> {
	const rows = await db()
		.selectFrom('document')
		.select(['id', 'account_id', 'type', 'medical', 'deposited_at'])
		.select(
			sql<boolean>`exists (select from document_hold h
				where h.document_id = document.id and h.lifted_at is null)`.as('held')
		)
		.where('id', '>', after)
		.$if(academie !== null, (query) => query.where('academie_code', '=', academie!))
		.orderBy('id')
		.limit(PAGE)
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

/** Open holds of an académie, oldest first: what the DPO reads beside the erasures asked for. */
export const openHolds = (academie: string) =>
	db()
		.selectFrom('document_hold as h')
		.innerJoin('document as d', 'd.id', 'h.document_id')
		.select(['h.id', 'h.reason', 'h.placed_at as placedAt', 'd.type', 'd.medical'])
		.where('h.lifted_at', 'is', null)
		.where('d.academie_code', '=', academie)
		.orderBy('h.placed_at')
		.execute();

/** Reasons of the open holds of these pieces. */
export async function heldReasons(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
	const rows = await db()
		.selectFrom('document_hold')
		.select(['document_id', 'reason'])
		.where('lifted_at', 'is', null)
		.where('document_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
		.execute();
	return new Map(rows.map(({ document_id, reason }) => [document_id, reason]));
}
