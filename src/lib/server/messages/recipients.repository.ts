import type { Stream } from '$lib/core/shared';
import { sql } from 'kysely';
import { db } from '../db';
import { bumpStreams } from '../sync';

const streamOf = (accountId: string): Stream => `user:${accountId}`;

/** A new revision in the stream of each, in the order given. */
async function revisions(ids: readonly string[]): Promise<number[]> {
	const heads = await bumpStreams(ids.map(streamOf));
	return ids.map((id) => heads.get(streamOf(id))!);
}

/** Puts a circular in the streams of those who do not have it yet. */
export async function addRecipients(circular: string, people: readonly string[]): Promise<void> {
	const { rows } = await sql<{ id: string }>`
		select p.id from unnest(${[...people]}::uuid[]) as p (id)
		where not exists (select from circular_recipient r
			where r.circular_id = ${circular}::uuid and r.account_id = p.id)`.execute(db());
	const ids = rows.map(({ id }) => id);
	const revs = await revisions(ids);
	await sql`
		insert into circular_recipient (circular_id, account_id, rev)
		select ${circular}::uuid, account_id, rev
		from unnest(${ids}::uuid[], ${revs}::bigint[]) as recipient (account_id, rev)
		on conflict do nothing`.execute(db());
}

export async function recipientsAfter(
	circular: string,
	{ after, limit }: { after: string | null; limit: number }
): Promise<string[]> {
	const rows = await db()
		.selectFrom('circular_recipient')
		.select('account_id')
		.where('circular_id', '=', circular)
		.where('account_id', '>', after ?? '00000000-0000-0000-0000-000000000000')
		.orderBy('account_id')
		.limit(limit)
		.execute();
	return rows.map((row) => row.account_id);
}

/** Has the phones of these people look again at a circular they have. */
export async function restamp(circular: string, people: readonly string[]): Promise<void> {
	const revs = await revisions(people);
	await sql`
		update circular_recipient r set rev = wanted.rev
		from unnest(${[...people]}::uuid[], ${revs}::bigint[]) as wanted (account_id, rev)
		where r.circular_id = ${circular}::uuid and r.account_id = wanted.account_id`.execute(db());
}
