/**
 * A letter box: anyone who holds the phone can put a key in, only who has the secret takes it out.
 * Lets a phone without a lock go on writing when its keys are out of reach, without the network.
 * WebCrypto, outside any transaction of the database.
 */
type Bytes = Uint8Array<ArrayBuffer>;

const curve = { name: 'ECDH', namedCurve: 'P-256' };
const POINT = 65;
const IV = 12;

const base64 = (bytes: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(bytes)));
const fromBase64 = (text: string): Bytes =>
	Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/** @returns the public half, and the secret to be kept elsewhere */
export async function newBox(): Promise<{ box: Bytes; secret: string }> {
	const pair = await crypto.subtle.generateKey(curve, true, ['deriveBits']);
	const box = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
	return { box, secret: base64(await crypto.subtle.exportKey('pkcs8', pair.privateKey)) };
}

async function agreedKey(own: CryptoKey, other: CryptoKey, point: Bytes): Promise<CryptoKey> {
	const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, own, 256);
	const material = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
	const info = new TextEncoder().encode('carnet/box');
	const derivation = { name: 'HKDF', hash: 'SHA-256', salt: point, info };
	const cipher = { name: 'AES-GCM', length: 256 };
	return crypto.subtle.deriveKey(derivation, material, cipher, false, ['encrypt', 'decrypt']);
}

const publicKey = (point: Bytes): Promise<CryptoKey> =>
	crypto.subtle.importKey('raw', point, curve, false, []);

export async function putIn(box: Bytes, key: Uint8Array): Promise<Bytes> {
	const once = await crypto.subtle.generateKey(curve, true, ['deriveBits']);
	const point = new Uint8Array(await crypto.subtle.exportKey('raw', once.publicKey));
	const iv = crypto.getRandomValues(new Uint8Array(IV));
	const agreed = await agreedKey(once.privateKey, await publicKey(box), point);
	const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, agreed, new Uint8Array(key));
	return Uint8Array.of(...point, ...iv, ...new Uint8Array(sealed));
}

export async function takeOut(secret: string, wrapped: Bytes): Promise<Bytes> {
	const own = await crypto.subtle.importKey('pkcs8', fromBase64(secret), curve, false, [
		'deriveBits'
	]);
	const point = wrapped.slice(0, POINT);
	const iv = wrapped.slice(POINT, POINT + IV);
	const agreed = await agreedKey(own, await publicKey(point), point);
	const sealed = wrapped.slice(POINT + IV);
	return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, agreed, sealed));
}
