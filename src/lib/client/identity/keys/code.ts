/**
 * A code of a few digits cannot protect by itself: whoever copies the phone would try them all. Half of
 * the secret is therefore held by the server, which counts the tries. Invariant: the code never leaves
 * the phone, and neither half opens anything alone.
 */
import { argon2idAsync } from '@noble/hashes/argon2.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';

/** OWASP's lowest recommended cost: the tries are counted elsewhere, and phones are slow. */
const COST = { m: 19 * 1024, t: 2, p: 1, dkLen: 32 };
const utf8 = new TextEncoder();

export const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
export const fromBase64 = (text: string): Uint8Array =>
	Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

export interface CodeHalves {
	/** What the server compares. */
	readonly verifier: string;
	/** The phone's half of the secret. */
	readonly half: Uint8Array;
}

export async function halvesOf(code: string, salt: Uint8Array): Promise<CodeHalves> {
	const stretched = await argon2idAsync(utf8.encode(code), salt, COST);
	const part = (purpose: string) =>
		hkdf(sha256, stretched, undefined, utf8.encode(`carnet/code/${purpose}`), 32);
	return { verifier: base64(part('verifier')), half: part('half') };
}

/** Both halves together. */
export const secretOf = (half: Uint8Array, share: string): Uint8Array =>
	hkdf(
		sha256,
		Uint8Array.of(...half, ...fromBase64(share)),
		undefined,
		utf8.encode('carnet/code'),
		32
	);
