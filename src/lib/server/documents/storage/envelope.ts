/**
 * Each piece is encrypted under a key of its own (AES-256-GCM), and that key under a master key.
 * Invariants: a sealed piece opens only under the id it was sealed for; changing the master key
 * rewrites 48 bytes of each piece and never its content.
 *
 * Layout: 1 version, 4 id of the master key, 12 nonce, 32 + 16 wrapped key, 12 nonce, n + 16 content.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const VERSION = 1;
const ID = 4;
const NONCE = 12;
const TAG = 16;
const KEY = 32;
const WRAPPED = NONCE + KEY + TAG;
const HEADER = 1 + ID + WRAPPED;

/** The first key is the one in use; the others only open what they sealed. */
export interface KeyRing {
	readonly current: string;
	readonly keys: ReadonlyMap<string, Buffer>;
}

const idOf = (key: Buffer): string =>
	createHash('sha256')
		.update('carnet/key-id')
		.update(key)
		.digest('hex')
		.slice(0, ID * 2);

export function keyRing(keys: readonly Buffer[]): KeyRing {
	const entries = keys.map((key) => [idOf(key), key] as const);
	if (entries.length === 0) throw new Error('no key to seal pieces with');
	return { current: entries[0]![0], keys: new Map(entries) };
}

/** In parts, so that a whole piece is copied only once, into what will be stored. */
function encrypt(key: Buffer, bound: string, content: Uint8Array): Buffer[] {
	const nonce = randomBytes(NONCE);
	const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound));
	return [nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()];
}

function decrypt(key: Buffer, bound: string, sealed: Buffer): Buffer {
	const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE))
		.setAAD(Buffer.from(bound))
		.setAuthTag(sealed.subarray(-TAG));
	const content = decipher.update(sealed.subarray(NONCE, -TAG));
	// Holds nothing more in this mode, and throws when the bytes are not the ones sealed.
	decipher.final();
	return content;
}

const header = ({ current, keys }: KeyRing, bound: string, key: Buffer): Buffer =>
	Buffer.concat([
		Buffer.from([VERSION]),
		Buffer.from(current, 'hex'),
		...encrypt(keys.get(current)!, `key ${bound}`, key)
	]);

/** @throws when the master key is not on the ring, or the bytes are not what was sealed for `bound` */
function unwrap({ keys }: KeyRing, bound: string, sealed: Buffer): Buffer {
	const id = sealed.subarray(1, 1 + ID).toString('hex');
	const master = keys.get(id);
	if (sealed[0] !== VERSION || !master) throw new Error(`sealed under an unknown key: ${id}`);
	return decrypt(master, `key ${bound}`, sealed.subarray(1 + ID, HEADER));
}

export function seal(ring: KeyRing, bound: string, content: Uint8Array): Buffer {
	const key = randomBytes(KEY);
	return Buffer.concat([header(ring, bound, key), ...encrypt(key, `content ${bound}`, content)]);
}

export const unseal = (ring: KeyRing, bound: string, sealed: Buffer): Buffer =>
	decrypt(unwrap(ring, bound, sealed), `content ${bound}`, sealed.subarray(HEADER));

/** The same content under the key in use. */
export const rewrap = (ring: KeyRing, bound: string, sealed: Buffer): Buffer =>
	Buffer.concat([header(ring, bound, unwrap(ring, bound, sealed)), sealed.subarray(HEADER)]);
