import { circularEntity } from '$lib/core/messages';
import { sql, type RawBuilder } from 'kysely';
import { db } from '../db';
import { attachmentsJson } from './attachments/attachments.repository';
import type { StoredRow, SyncSource, SyncTarget } from '../sync';

const instant = (column: RawBuilder<unknown>) =>
	sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const received = (accountId: string) => sql`
	select c.id::text as id, r.rev, jsonb_build_object(
		'id', c.id, 'kind', c.kind, 'title', c.title, 'body', c.body, 'author', c.author_name,
		'publishedAt', ${instant(sql`c.published_at`)}, 'readAt', ${instant(sql`r.read_at`)},
		'readBefore', c.read_before, 'deadlines', c.deadlines, 'corrects', c.corrects,
		'attachments', ${attachmentsJson('circular_id', sql.ref('c.id'))},
		'correctedBy', (select n.id from circular n
			where n.corrects = c.id and n.state in ('sending', 'published')
			order by n.published_at desc limit 1),
		'version', r.version) as body
	from circular_recipient r join circular c on c.id = r.circular_id
	where r.account_id = ${accountId}::uuid`;

export const circularSource: SyncSource = {
	entity: circularEntity,
	rows: (_stream, { id }) => received(id)
};

/** A phone gives the receipt; nothing else of a circular can be written. */
export const circularTarget: SyncTarget = {
	entity: circularEntity,
	read: async (user, id) => {
		const { rows } = await sql<StoredRow>`
			select rev, body from (${received(user.id)}) as mine where id = ${id}`.execute(db());
		return rows[0] ?? null;
	},
	write: async (user, id, { rev, body }) => {
		await sql`
			update circular_recipient set read_at = coalesce(read_at, now()), rev = ${rev},
				version = ${body?.version ?? null}::uuid
			where account_id = ${user.id}::uuid and circular_id = ${id}::uuid`.execute(db());
	}
};
