/** The phones and browsers that keep a person's data: seen at their pulls, revoked from any of them. */
import type { Protection, SessionUser } from '$lib/core/identity';
import type { DeviceSummary } from '$lib/core/sync';
import { appError, fail, ok, type Result } from '$lib/core/shared';
import { db, unitOfWork } from '../db';
import { dropShare } from './device-share.repository';

export async function seeDevice(
	user: SessionUser,
	{ id, label, mode }: { id: string; label: string; mode: Protection }
): Promise<void> {
	await db()
		.insertInto('sync_device')
		.values({ id, label, mode, account_id: user.id })
		.onConflict((conflict) =>
			conflict
				.column('id')
				.doUpdateSet({ last_seen_at: new Date(), mode })
				.where('sync_device.account_id', '=', user.id)
		)
		.execute();
}

export async function listDevices(user: SessionUser): Promise<DeviceSummary[]> {
	const devices = await db()
		.selectFrom('sync_device')
		.select(['id', 'label', 'mode', 'first_seen_at', 'last_seen_at', 'revoked_at'])
		.where('account_id', '=', user.id)
		.orderBy('last_seen_at', 'desc')
		.execute();
	return devices.map((device) => ({
		id: device.id,
		label: device.label,
		protection: device.mode,
		firstSeenAt: device.first_seen_at.toISOString(),
		lastSeenAt: device.last_seen_at.toISOString(),
		revokedAt: device.revoked_at?.toISOString() ?? null
	}));
}

/** What a device can only open with its share becomes unreadable at once, even if it never comes back on the network. */
export function revokeDevice(user: SessionUser, id: string): Promise<Result<null>> {
	return unitOfWork(async () => {
		const { numUpdatedRows } = await db()
			.updateTable('sync_device')
			.set({ revoked_at: new Date() })
			.where('id', '=', id)
			.where('account_id', '=', user.id)
			.executeTakeFirst();
		if (numUpdatedRows === 0n) return fail(appError('http.not-found', 'not-found'));
		await dropShare(id);
		return ok(null);
	});
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
