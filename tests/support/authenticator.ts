/** A passkey authenticator in software: what a phone's chip does, with its lies on demand. */
import { isoBase64URL, isoCBOR } from '@simplewebauthn/server/helpers';
import {
	createHash,
	createSign,
	generateKeyPairSync,
	randomBytes,
	type KeyObject
} from 'node:crypto';

const ORIGIN = 'https://carnet.example';
const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const ATTESTED = 0x40;

const sha256 = (data: Uint8Array | string) => createHash('sha256').update(data).digest();
const base64url = (data: Uint8Array) => Buffer.from(data).toString('base64url');

export interface Lies {
	readonly origin?: string;
	readonly challenge?: string;
	readonly rpId?: string;
	/** Answers without asking for a finger, a face or a code. */
	readonly unverified?: boolean;
	/** Signs something else. */
	readonly badSignature?: boolean;
	readonly counter?: number;
}

export class Authenticator {
	readonly #id = randomBytes(16);
	readonly #key: { publicKey: KeyObject; privateKey: KeyObject };
	#counter = 0;

	constructor() {
		this.#key = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	}

	get id() {
		return base64url(this.#id);
	}

	#clientData(type: string, challenge: string, lies: Lies) {
		return Buffer.from(
			JSON.stringify({
				type,
				challenge: lies.challenge ?? challenge,
				origin: lies.origin ?? ORIGIN,
				crossOrigin: false
			})
		);
	}

	#data(flags: number, lies: Lies, rest = Buffer.alloc(0)) {
		const counter = Buffer.alloc(4);
		counter.writeUInt32BE(lies.counter ?? ++this.#counter);
		const verified = lies.unverified ? 0 : USER_VERIFIED;
		const rpId = sha256(lies.rpId ?? new URL(ORIGIN).hostname);
		return Buffer.concat([rpId, Buffer.from([flags | USER_PRESENT | verified]), counter, rest]);
	}

	/** Makes a key, as `navigator.credentials.create` answers. */
	create({ challenge }: { challenge: string }, lies: Lies = {}) {
		const { x, y } = this.#key.publicKey.export({ format: 'jwk' });
		const cose = isoCBOR.encode(
			new Map<number, number | Uint8Array<ArrayBuffer>>([
				[1, 2],
				[3, -7],
				[-1, 1],
				[-2, isoBase64URL.toBuffer(x!)],
				[-3, isoBase64URL.toBuffer(y!)]
			])
		);
		const length = Buffer.from([0, this.#id.length]);
		const attested = Buffer.concat([Buffer.alloc(16), length, this.#id, cose]);
		const authData = new Uint8Array(this.#data(ATTESTED, lies, attested));
		const attestation = isoCBOR.encode(
			new Map<string, string | Map<never, never> | Uint8Array<ArrayBuffer>>([
				['fmt', 'none'],
				['attStmt', new Map<never, never>()],
				['authData', authData]
			])
		);
		return {
			id: this.id,
			rawId: this.id,
			type: 'public-key' as const,
			clientExtensionResults: {},
			response: {
				clientDataJSON: base64url(this.#clientData('webauthn.create', challenge, lies)),
				attestationObject: base64url(attestation)
			}
		};
	}

	/** Signs a challenge, as `navigator.credentials.get` answers. */
	sign({ challenge }: { challenge: string }, lies: Lies = {}) {
		const clientData = this.#clientData('webauthn.get', challenge, lies);
		const authData = this.#data(0, lies);
		const signed = lies.badSignature ? randomBytes(32) : sha256(clientData);
		const signature = createSign('sha256')
			.update(Buffer.concat([authData, signed]))
			.sign(this.#key.privateKey);
		return {
			id: this.id,
			rawId: this.id,
			type: 'public-key' as const,
			clientExtensionResults: {},
			response: {
				clientDataJSON: base64url(clientData),
				authenticatorData: base64url(authData),
				signature: base64url(signature)
			}
		};
	}
}
