import {
	inboxEntity,
	notificationSettingsEntity,
	type NotificationSettings
} from '$lib/core/notifications';
import { sql } from 'kysely';
import { db } from '../db';
import {
	personalBodies,
	personalRows,
	type StoredRow,
	type SyncSource,
	type SyncTarget
} from '../sync';

const body = sql`jsonb_build_object(
	'id', n.id, 'kind', n.kind, 'title', n.title, 'body', n.body, 'path', n.path,
	'group', n.group_key, 'version', n.version,
	'at', to_char(n.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
	'readAt', to_char(n.read_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`;

export const inboxSource: SyncSource = {
	entity: inboxEntity,
	rows: (_stream, { id }) => sql`
		select n.id::text as id, n.rev, ${body} as body
		from notification n where n.account_id = ${id}::uuid`
};

/** A phone marks as read; nothing else of what was told can be written. */
export const inboxTarget: SyncTarget = {
	entity: inboxEntity,
	read: async (user, id) => {
		const { rows } = await sql<StoredRow>`
			select n.rev, ${body} as body from notification n
			where n.account_id = ${user.id}::uuid and n.id = ${id}::uuid`.execute(db());
		return rows[0] ?? null;
	},
	write: async (user, id, { rev, body }) => {
		await sql`
			update notification set read_at = coalesce(read_at, now()), rev = ${rev},
				version = ${body?.version ?? null}::uuid
			where account_id = ${user.id}::uuid and id = ${id}::uuid`.execute(db());
	}
};

export const notificationSettings = personalRows(notificationSettingsEntity);

/** How each of these people wants to be told; those who never said are not in it. */
export const settingsOf = (
	accountIds: readonly string[]
): Promise<ReadonlyMap<string, NotificationSettings>> =>
	personalBodies(notificationSettingsEntity, accountIds);
