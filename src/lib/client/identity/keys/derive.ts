/** From a secret to the keys that are used: each for one purpose, so that none says anything of another. */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Keyring, Sealing } from '../../db';
import { randomBytes } from './ring';

const NONCE = 24;
/** Enough to tell values apart, by whoever holds the key. */
const HIDDEN = 16;
const utf8 = new TextEncoder();

const derive = (secret: Uint8Array, purpose: string): Uint8Array =>
	hkdf(sha256, secret, undefined, utf8.encode(`carnet/${purpose}`), 32);

/** @param bound what the key belongs to: wrapped for a database, it opens no other */
export function wrapKey(secret: Uint8Array, key: Uint8Array, bound: string): Uint8Array {
	const nonce = randomBytes(NONCE);
	const cipher = xchacha20poly1305(derive(secret, 'wrap'), nonce, utf8.encode(bound));
	return Uint8Array.of(...nonce, ...cipher.encrypt(key));
}

/** The key, or null when the secret is not the one that wrapped it. */
export function unwrapKey(secret: Uint8Array, wrapped: Uint8Array, bound: string) {
	const nonce = wrapped.slice(0, NONCE);
	const cipher = xchacha20poly1305(derive(secret, 'wrap'), nonce, utf8.encode(bound));
	try {
		return cipher.decrypt(wrapped.slice(NONCE));
	} catch {
		return null;
	}
}

/** Everything sealed, and what is searched hidden. */
export function sealingFor(ring: Keyring): Sealing {
	const key = derive(ring.keys.get(ring.current)!, 'index');
	const known = new Map<string, Uint8Array>();
	const hide: Sealing['hide'] = (table, field, value) => {
		const text = `${table} ${field} ${String(value)}`;
		const hidden = known.get(text) ?? hmac(sha256, key, utf8.encode(text)).slice(0, HIDDEN);
		known.set(text, hidden);
		return hidden;
	};
	return { ring, hide };
}
