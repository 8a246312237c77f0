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

export interface NewRecord extends Pick<RecordedMutation, 'outcome' | 'code'> {
	readonly mutation: Mutation;
	readonly target: string;
}

/** Their receipts, by id, in the order of the records. */
export async function recordMutations(
	by: { readonly accountId: string; readonly deviceId: string },
	records: readonly NewRecord[]
): Promise<Map<string, number>> {
	if (records.length === 0) return new Map();
	const of = <T>(value: (record: NewRecord) => T) => records.map(value);
	const { rows } = await sql<{ id: string; receipt: number }>`${prepared}
		insert into sync_mutation
			(id, account_id, device_id, ordinal, kind, made_at, outcome, code, target)
		select id, ${by.accountId}::uuid, ${by.deviceId}::uuid, ordinal, kind, made_at, outcome, code,
			target
		from unnest(${of(({ mutation }) => mutation.id)}::uuid[],
			${of(({ mutation }) => mutation.ordinal)}::bigint[],
			${of(({ mutation }) => mutation.kind)}::text[], ${of(({ mutation }) => mutation.at)}::text[],
			${of(({ outcome }) => outcome)}::text[], ${of(({ code }) => code)}::text[],
			${of(({ target }) => target)}::text[])
			as record (id, ordinal, kind, made_at, outcome, code, target)
		returning id, receipt`.execute(db());
	return new Map(rows.map(({ id, receipt }) => [id, receipt]));
}

export const currentEpoch = async (): Promise<string> =>
	(
		await db()
			.selectFrom('installation')
			.modifyFront(prepared)
			.select('epoch')
			.executeTakeFirstOrThrow()
	).epoch;
