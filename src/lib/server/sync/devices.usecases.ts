/** The phones and browsers that keep a person's data: seen at their pulls, revoked from any of them. */
import type { SessionUser } from '$lib/core/identity';
import type { DeviceSummary } from '$lib/core/sync';
import { appError, fail, ok, type Result } from '$lib/core/shared';
import { db } from '../db';

export async function seeDevice(
	user: SessionUser,
	device: { id: string; label: string }
): Promise<void> {
	await db()
		.insertInto('sync_device')
		.values({ ...device, account_id: user.id, mode: 'clear' })
		.onConflict((conflict) =>
			conflict
				.column('id')
				.doUpdateSet({ last_seen_at: new Date() })
				.where('sync_device.account_id', '=', user.id)
		)
		.execute();
}

export async function listDevices(user: SessionUser): Promise<DeviceSummary[]> {
	const devices = await db()
		.selectFrom('sync_device')
		.select(['id', 'label', 'first_seen_at', 'last_seen_at', 'revoked_at'])
		.where('account_id', '=', user.id)
		.orderBy('last_seen_at', 'desc')
		.execute();
	return devices.map((device) => ({
		id: device.id,
		label: device.label,
		firstSeenAt: device.first_seen_at.toISOString(),
		lastSeenAt: device.last_seen_at.toISOString(),
		revokedAt: device.revoked_at?.toISOString() ?? null
	}));
}

export async function revokeDevice(user: SessionUser, id: string): Promise<Result<null>> {
	const { numUpdatedRows } = await db()
		.updateTable('sync_device')
		.set({ revoked_at: new Date() })
		.where('id', '=', id)
		.where('account_id', '=', user.id)
		.executeTakeFirst();
	return numUpdatedRows > 0n ? ok(null) : fail(appError('http.not-found', 'not-found'));
}

/** Asked without a session, by the device itself: it alone knows its random id. */
export async function isRevoked(id: string): Promise<boolean> {
	const device = await db()
		.selectFrom('sync_device')
		.select('revoked_at')
		.where('id', '=', id)
		.executeTakeFirst();
	return (device?.revoked_at ?? null) !== null;
}
