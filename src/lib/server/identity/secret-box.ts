/** Encrypts the few secrets that must be read back (AES-256-GCM, one derived key per purpose). */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { derivedKey } from './keyed-digest';

const IV = 12;
const TAG = 16;

/** @param bound what the secret belongs to: a box copied to another row does not open */
export function sealSecret(purpose: string, bound: string, secret: string): string {
	const iv = randomBytes(IV);
	const cipher = createCipheriv('aes-256-gcm', derivedKey(purpose), iv);
	cipher.setAAD(Buffer.from(bound));
	const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
	return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64');
}

export function openSecret(purpose: string, bound: string, sealed: string): string {
	const bytes = Buffer.from(sealed, 'base64');
	const decipher = createDecipheriv('aes-256-gcm', derivedKey(purpose), bytes.subarray(0, IV));
	decipher.setAAD(Buffer.from(bound));
	decipher.setAuthTag(bytes.subarray(IV, IV + TAG));
	return Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]).toString();
}
