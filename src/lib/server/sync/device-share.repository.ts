import { CODE_TRIES } from '$lib/core/identity';
import { sql } from 'kysely';
import { db } from '../db';

export interface StoredShare {
	readonly share: string;
	readonly verifier_digest: string | null;
}

interface Device {
	readonly id: string;
	readonly accountId: string;
}

/** Replaces the former share; false when the device is not theirs, or was revoked. */
export async function putShare({ id, accountId }: Device, kept: StoredShare): Promise<boolean> {
	const { rows } = await sql`
		insert into device_share (device_id, share, verifier_digest)
		select id, ${kept.share}, ${kept.verifier_digest} from sync_device
		where id = ${id} and account_id = ${accountId} and revoked_at is null
		on conflict (device_id) do update set share = excluded.share,
			verifier_digest = excluded.verifier_digest, tries = 0, created_at = now()
		returning 1`.execute(db());
	return rows.length > 0;
}

/** Counts one try before the code is examined: tries sent together cannot all pass. */
export const takeTry = (deviceId: string): Promise<(StoredShare & { tries: number }) | undefined> =>
	db()
		.updateTable('device_share')
		.set({ tries: sql`tries + 1` })
		.where('device_id', '=', deviceId)
		.where('verifier_digest', 'is not', null)
		.where('tries', '<', CODE_TRIES)
		.returning(['share', 'verifier_digest', 'tries'])
		.executeTakeFirst();

export async function forgetTries(deviceId: string): Promise<void> {
	await db()
		.updateTable('device_share')
		.set({ tries: 0 })
		.where('device_id', '=', deviceId)
		.execute();
}

/** The share that a session is enough for. */
export const findOwnShare = ({ id, accountId }: Device): Promise<{ share: string } | undefined> =>
	db()
		.selectFrom('device_share as s')
		.innerJoin('sync_device as d', 'd.id', 's.device_id')
		.select('s.share')
		.where('d.id', '=', id)
		.where('d.account_id', '=', accountId)
		.where('s.verifier_digest', 'is', null)
		.executeTakeFirst();

/** Without its share, what the device keeps encrypted cannot be opened any more, by anyone. */
export async function dropShare(deviceId: string): Promise<void> {
	await db().deleteFrom('device_share').where('device_id', '=', deviceId).execute();
}

/** The same, for a device of this person only. */
export async function dropOwnShare({ id, accountId }: Device): Promise<void> {
	await db()
		.deleteFrom('device_share')
		.using('sync_device as d')
		.whereRef('d.id', '=', 'device_share.device_id')
		.where('d.id', '=', id)
		.where('d.account_id', '=', accountId)
		.execute();
}
