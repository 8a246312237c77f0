import { createHmac, hkdfSync } from 'node:crypto';
import { env } from '../env';

const keys = new Map<string, Buffer>();

function keyFor(purpose: string): Buffer {
	let key = keys.get(purpose);
	if (!key) {
		key = Buffer.from(hkdfSync('sha256', env().numenKey, '', `carnet/${purpose}`, 32));
		keys.set(purpose, key);
	}
	return key;
}

/** Digest that nobody can compute or guess from a copy of the database; one key per purpose. */
export const keyedDigest = (purpose: string, text: string): string =>
	createHmac('sha256', keyFor(purpose)).update(text).digest('hex');
