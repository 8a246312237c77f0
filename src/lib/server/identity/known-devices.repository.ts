import { createHash, randomBytes } from 'node:crypto';
import { db } from '../db';

const tokenHash = (token: string) => createHash('sha256').update(token).digest('hex');

/** `__Host-appareil`: says that this browser has signed in before; opens nothing by itself. */
export const deviceCookie = {
	name: '__Host-appareil',
	options: { path: '/', secure: true, httpOnly: true, sameSite: 'lax', maxAge: 400 * 24 * 3600 }
} as const;

export function findKnownDevice(token: string, accountId: string) {
	return db()
		.selectFrom('known_device')
		.select(['id', 'label'])
		.where('token_hash', '=', tokenHash(token))
		.where('account_id', '=', accountId)
		.executeTakeFirst();
}

export const newDeviceToken = () => randomBytes(32).toString('base64url');

export async function rememberDevice(device: {
	id: string;
	accountId: string;
	token: string;
	label: string;
	at: Date;
}): Promise<void> {
	await db()
		.insertInto('known_device')
		.values({
			id: device.id,
			account_id: device.accountId,
			token_hash: tokenHash(device.token),
			label: device.label,
			first_seen_at: device.at,
			last_seen_at: device.at
		})
		.onConflict((row) =>
			row
				.columns(['token_hash', 'account_id'])
				.doUpdateSet({ label: device.label, last_seen_at: device.at })
		)
		.execute();
}
