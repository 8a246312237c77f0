/**
 * One query for a whole pull: an arm per stream and type, each a page after its cursor, and the
 * epoch with what is known of the device. A pull with nothing new costs this query alone.
 */
import type { SessionUser } from '$lib/core/identity';
import type { Stream } from '$lib/core/shared';
import { PAGE_SIZE, type Cursor } from '$lib/core/sync';
import { sql, type RawBuilder } from 'kysely';
import { db, prepared } from '../db';
import type { SyncSource } from './sync-source';

export interface PullArm {
	readonly stream: Stream;
	readonly source: SyncSource;
	/** Null at the first pull: everything, revision 0 included. */
	readonly after: Cursor | null;
}

/** `arm` is the arm's position, or -1 for the row with the epoch in `id` and the device in `body`. */
export interface PulledRow {
	readonly arm: number;
	readonly id: string;
	readonly rev: number;
	readonly body: unknown;
}

const BEFORE_ALL: Cursor = { rev: -1, id: '' };

function page({ stream, source, after }: PullArm, user: SessionUser, index: number) {
	const { rev, id } = after ?? BEFORE_ALL;
	return sql`
		(select ${sql.lit(index)} as arm, s.id collate "C" as id, s.rev, s.body
		from (
			select id, rev, body from (${source.rows(stream, user)}) as live
			union all
			select id, rev, null from sync_tombstone
			where stream = ${stream} and type = ${source.entity.type}
		) as s
		where (s.rev, s.id collate "C") > (${rev}::bigint, ${id}::text)
		order by s.rev, s.id collate "C"
		limit ${sql.lit(PAGE_SIZE + 1)})`;
}

/** How long a device's last visit may go unrecorded: a pull with nothing new writes nothing. */
const SEEN_EVERY = sql`interval '1 hour'`;

export async function readPull(
	arms: readonly PullArm[],
	user: SessionUser,
	device: string
): Promise<PulledRow[]> {
	const epoch: RawBuilder<unknown> = sql`
		(select -1 as arm, epoch::text as id, 0::bigint as rev, (
			select jsonb_build_object('revoked', d.revoked_at is not null,
				'fresh', d.last_seen_at > now() - ${SEEN_EVERY},
				'mode', d.mode)
			from sync_device d where d.id = ${device} and d.account_id = ${user.id}
		) as body from installation)`;
	const pages = arms.map((arm, index) => page(arm, user, index));
	const { rows } = await sql<PulledRow>`
		${prepared} ${sql.join([epoch, ...pages], sql` union all `)} order by arm, rev, id`.execute(db());
	return rows;
}
