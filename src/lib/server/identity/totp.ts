/** Codes of an authenticator application (RFC 6238: SHA-1, six digits, thirty seconds). */
import { Secret, TOTP } from 'otpauth';
import { openSecret, sealSecret } from './secret-box';
import { acceptTotpStep, findTotp, insertPendingTotp } from './totp.repository';

const PERIOD = 30;
const generator = (secret: string, label = '') =>
	new TOTP({ issuer: 'Carnet', label, secret: Secret.fromBase32(secret), period: PERIOD });

const opened = (accountId: string, sealed: string) => openSecret('totp', accountId, sealed);

export async function hasTotp(accountId: string): Promise<boolean> {
	const row = await findTotp(accountId);
	return row !== undefined && row.confirmed_at !== null;
}

/** What to show to set an application: the address its camera reads, and the same to type. */
export async function totpEnrolment(account: {
	id: string;
	identifier: string;
}): Promise<{ address: string; secret: string }> {
	const fresh = new Secret({ size: 20 }).base32;
	await insertPendingTotp(account.id, sealSecret('totp', account.id, fresh));
	const row = await findTotp(account.id);
	if (!row || row.confirmed_at) throw new Error('this account already has its application');
	const secret = opened(account.id, row.secret);
	return { secret, address: generator(secret, account.identifier).toString() };
}

/** True once per code, within one period of the present. */
export async function verifyTotp(accountId: string, code: string, now: Date): Promise<boolean> {
	const row = await findTotp(accountId);
	if (!row) return false;
	const timestamp = now.getTime();
	const totp = generator(opened(accountId, row.secret));
	const delta = totp.validate({ token: code, timestamp, window: 1 });
	if (delta === null) return false;
	return acceptTotpStep(accountId, Math.floor(timestamp / 1000 / PERIOD) + delta);
}

/** A code that can still be used, as an application would show it: for the demonstration only. */
export async function usableTotpCode(accountId: string, now: Date): Promise<string | null> {
	const row = await findTotp(accountId);
	if (!row) return null;
	const present = Math.floor(now.getTime() / 1000 / PERIOD);
	const step = Math.min(Math.max(present, row.last_counter + 1), present + 1);
	return generator(opened(accountId, row.secret)).generate({ timestamp: step * PERIOD * 1000 });
}
