/**
 * Pieces that wait on the phone are never there in clear: each is encrypted under a key of this
 * person on this device, itself kept with the rest of their data.
 */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { bytesToHex, hexToBytes } from '@noble/ciphers/utils.js';
import type { LocalDatabase } from '../db';

const NONCE = 24;
const utf8 = new TextEncoder();
const text = new TextDecoder();

/** The key of this device; null when there is none, or when it is out of reach without the network. */
export async function deviceKey(db: LocalDatabase): Promise<Uint8Array | null> {
	const known = await db.read('filesKey');
	return known ? hexToBytes(known) : null;
}

export async function newDeviceKey(db: LocalDatabase): Promise<Uint8Array> {
	const key = crypto.getRandomValues(new Uint8Array(32));
	await db.write('filesKey', bytesToHex(key));
	return key;
}

/** @param bound what the bytes belong to: moved elsewhere, they do not open */
export function sealBytes(key: Uint8Array, bound: string, bytes: Uint8Array): Uint8Array {
	const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
	const content = xchacha20poly1305(key, nonce, utf8.encode(bound)).encrypt(bytes);
	const sealed = new Uint8Array(NONCE + content.length);
	sealed.set(nonce);
	sealed.set(content, NONCE);
	return sealed;
}

/** @throws when the bytes are not what was sealed for `bound` */
export const unsealBytes = (key: Uint8Array, bound: string, sealed: Uint8Array): Uint8Array =>
	xchacha20poly1305(key, sealed.subarray(0, NONCE), utf8.encode(bound)).decrypt(
		sealed.subarray(NONCE)
	);

export const sealJson = (key: Uint8Array, bound: string, value: unknown): Uint8Array =>
	sealBytes(key, bound, utf8.encode(JSON.stringify(value)));

export const unsealJson = (key: Uint8Array, bound: string, sealed: Uint8Array): unknown =>
	JSON.parse(text.decode(unsealBytes(key, bound, sealed)));
