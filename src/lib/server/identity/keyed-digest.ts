import { createHmac, hkdfSync } from 'node:crypto';
import { env } from '../env';

const keys = new Map<string, Buffer>();

/** One key per purpose, from the only one the operator keeps. */
export function derivedKey(purpose: string): Buffer {
	let key = keys.get(purpose);
	if (!key) {
		key = Buffer.from(hkdfSync('sha256', env().numenKey, '', `carnet/${purpose}`, 32));
		keys.set(purpose, key);
	}
	return key;
}

/** Digest that nobody can compute or guess from a copy of the database; one key per purpose. */
export const keyedDigest = (purpose: string, text: string): string =>
	createHmac('sha256', derivedKey(purpose)).update(text).digest('hex');
