/** What the server made of a batch, written in one transaction. */
import {
	RESEND_WINDOW_HOURS,
	type Body,
	type MutationResult,
	type PushAnswer
} from '$lib/core/sync';
import type { LocalDatabase, OutboxEntry } from '../db';
import { absorb, rederive } from './rebase';

async function settleOne(db: LocalDatabase, result: MutationResult, at: string): Promise<void> {
	const entry = await db.outbox.where({ id: result.id }).first();
	if (entry?.state !== 'waiting') return;
	const row = await db.rows.get([entry.type, entry.rowId]);
	const settled: OutboxEntry =
		result.outcome === 'applied'
			? { ...entry, state: 'sent', receipt: result.receipt, settledAt: at }
			: {
					...{ ...entry, state: 'attention', settledAt: at },
					mine: (row?.body ?? null) as Body | null,
					theirs: (result.row?.body ?? null) as Body | null,
					...(result.outcome === 'rejected' ? { code: result.code } : {})
				};
	await db.outbox.put(settled);
	if (result.row) await absorb(db, result.row);
	else if (row) await rederive(db, row);
}

export function settle(db: LocalDatabase, answer: PushAnswer): Promise<void> {
	return db.transaction('rw', db.rows, db.outbox, async () => {
		for (const result of answer.results) await settleOne(db, result, answer.at);
	});
}

/** Forgets what was acknowledged long enough ago to be in every backup. */
export async function forgetOldReceipts(db: LocalDatabase, serverNow: string): Promise<void> {
	const before = new Date(Date.parse(serverNow) - RESEND_WINDOW_HOURS * 3600_000).toISOString();
	await db.outbox
		.where({ state: 'sent' })
		.filter(({ settledAt }) => (settledAt ?? '') < before)
		.delete();
}
