import type { Mutation } from '$lib/core/sync';
import { db, prepared } from '../db';
import { sql } from 'kysely';

export interface RecordedMutation {
	readonly account_id: string;
	readonly outcome: 'applied' | 'rejected' | 'conflict';
	readonly code: string | null;
	readonly receipt: number;
}

/**
 * Serialises the mutations of one id: whoever comes second waits for the first to commit, then finds
 * its result. Held until the end of the transaction, and taken in order, so that nobody waits in a ring.
 */
export async function lockMutations(ids: readonly string[]): Promise<void> {
	await sql`${prepared} select pg_advisory_xact_lock(hashtextextended(id, 0))
		from unnest(${[...ids].sort()}::text[]) as wanted (id)`.execute(db());
}

/** Those that were received before, by id. */
export async function findMutations(
	ids: readonly string[]
): Promise<Map<string, RecordedMutation>> {
	const rows = await db()
		.selectFrom('sync_mutation')
		.modifyFront(prepared)
		.select(['id', 'account_id', 'outcome', 'code', 'receipt'])
		.where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
		.execute();
	return new Map(rows.map(({ id, ...recorded }) => [id, recorded]));
}

export async function recordMutation(
	by: { accountId: string; deviceId: string },
	mutation: Mutation,
	result: { outcome: RecordedMutation['outcome']; code: string | null; target: string }
): Promise<number> {
	const { receipt } = await db()
		.insertInto('sync_mutation')
		.values({
			id: mutation.id,
			account_id: by.accountId,
			device_id: by.deviceId,
			ordinal: mutation.ordinal,
			kind: mutation.kind,
			made_at: mutation.at,
			...result
		})
		.returning('receipt')
		.modifyEnd(prepared)
		.executeTakeFirstOrThrow();
	return receipt;
}

export const currentEpoch = async (): Promise<string> =>
	(
		await db()
			.selectFrom('installation')
			.modifyFront(prepared)
			.select('epoch')
			.executeTakeFirstOrThrow()
	).epoch;
