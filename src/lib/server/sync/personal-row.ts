/** Rows of one person alone, kept as they travel: notes, preferences, personal deadlines. */
import type { SessionUser } from '$lib/core/identity';
import type { Entity } from '$lib/core/shared';
import type { Body } from '$lib/core/sync';
import { sql } from 'kysely';
import { db, prepared, unitOfWork } from '../db';
import { bumpStream } from './streams';
import type { SyncSource } from './sync-source';
import type { RowTarget, StoredRow } from './sync-target';

const personalSource = (entity: Entity): SyncSource => ({
	entity,
	rows: (_stream, user) => sql`
		select p.id::text as id, p.rev, p.body || jsonb_build_object('version', p.version) as body
		from personal_row p where p.account_id = ${user.id}::uuid and p.type = ${entity.type}`
});

type Owner = Pick<SessionUser, 'id'>;

const personalTarget = (entity: Entity) => ({
	entity,
	verbatim: true as const,
	read: async (user: Owner, id: string): Promise<StoredRow | null> => {
		const row = await db()
			.selectFrom('personal_row')
			.modifyFront(prepared)
			.select(['rev', 'version', 'body'])
			.where('account_id', '=', user.id)
			.where('type', '=', entity.type)
			.where('id', '=', id)
			.executeTakeFirst();
		return row ? { rev: row.rev, body: { ...row.body, version: row.version } } : null;
	},
	write: async (user: Owner, id: string, { rev, body }: { rev: number; body: Body | null }) => {
		const key = { account_id: user.id, type: entity.type, id };
		if (!body) {
			await db()
				.deleteFrom('personal_row')
				.where((where) => where.and(key))
				.execute();
			return;
		}
		const { version, ...rest } = body;
		const stored = { version, rev, body: JSON.stringify(rest) };
		await db()
			.insertInto('personal_row')
			.values({ ...key, ...stored })
			.onConflict((conflict) => conflict.columns(['account_id', 'type', 'id']).doUpdateSet(stored))
			.modifyEnd(prepared)
			.execute();
	}
});

export const personalRows = (
	entity: Entity
): { readonly source: SyncSource; readonly target: RowTarget } => ({
	source: personalSource(entity),
	target: personalTarget(entity)
});

/** Every row of this kind, whoever it belongs to, or of one account only. */
export async function everyPersonalRow<Row>(
	entity: Entity<Row>,
	only: string | null = null
): Promise<readonly { readonly accountId: string; readonly body: Row }[]> {
	const { rows } = await sql<{ accountId: string; body: Row }>`
		select account_id as "accountId", body from personal_row where type = ${entity.type}
			and (${only}::uuid is null or account_id = ${only}::uuid)`.execute(db());
	return rows;
}

/** Writes a row on the person's behalf: the phones learn of it as of any other change. */
export const writePersonalRow = <Row>(
	entity: Entity<Row>,
	{ accountId, id, version }: { accountId: string; id: string; version: string },
	change: (current: Row | null) => Omit<Row, 'version'>
): Promise<void> =>
	unitOfWork(async () => {
		const rev = await bumpStream(`user:${accountId}`);
		const { read, write } = personalTarget(entity as Entity);
		const current = await read({ id: accountId }, id);
		const body = { ...change((current?.body ?? null) as Row | null), version } as Body;
		await write({ id: accountId }, id, { rev, body });
	});

/** The one row of this kind that each of these people has, by account. */
export async function personalBodies<Row>(
	entity: Entity<Row>,
	accountIds: readonly string[]
): Promise<ReadonlyMap<string, Row>> {
	if (accountIds.length === 0) return new Map();
	const { rows } = await sql<{ accountId: string; body: Row }>`
		select account_id as "accountId", body from personal_row
		where type = ${entity.type} and account_id = any(${[...accountIds]}::uuid[])`.execute(db());
	return new Map(rows.map(({ accountId, body }) => [accountId, body]));
}
