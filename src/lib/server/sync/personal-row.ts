/** Rows of one person alone, kept as they travel: notes, preferences, personal deadlines. */
import type { Entity } from '$lib/core/shared';
import { sql } from 'kysely';
import { db } from '../db';
import type { SyncSource } from './sync-source';
import type { SyncTarget } from './sync-target';

const personalSource = (entity: Entity): SyncSource => ({
	entity,
	rows: (_stream, user) => sql`
		select p.id::text as id, p.rev, p.body || jsonb_build_object('version', p.version) as body
		from personal_row p where p.account_id = ${user.id}::uuid and p.type = ${entity.type}`
});

const personalTarget = (entity: Entity): SyncTarget => ({
	entity,
	read: async (user, id) => {
		const row = await db()
			.selectFrom('personal_row')
			.select(['rev', 'version', 'body'])
			.where('account_id', '=', user.id)
			.where('type', '=', entity.type)
			.where('id', '=', id)
			.executeTakeFirst();
		return row ? { rev: row.rev, body: { ...row.body, version: row.version } } : null;
	},
	write: async (user, id, { rev, body }) => {
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
			.execute();
	}
});

export const personalRows = (
	entity: Entity
): { readonly source: SyncSource; readonly target: SyncTarget } => ({
	source: personalSource(entity),
	target: personalTarget(entity)
});
