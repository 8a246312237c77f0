/**
 * The only module that knows the passkey library. A passkey always verifies its holder (fingerprint,
 * face or code of the device) and names its account, so it is both proofs at once. The `prf` extension
 * is asked for at creation: the phone may derive from it the key of what it keeps.
 */
import {
	generateAuthenticationOptions,
	generateRegistrationOptions,
	verifyAuthenticationResponse,
	verifyRegistrationResponse,
	type AuthenticationResponseJSON,
	type RegistrationResponseJSON
} from '@simplewebauthn/server';
import { isoBase64URL } from '@simplewebauthn/server/helpers';
import * as v from 'valibot';

/** Ed25519, ES256, RS256: what devices make, without asking Node for what it still tries out. */
const algorithms = [-8, -7, -257];

const credential = {
	id: v.pipe(v.string(), v.maxLength(1024)),
	rawId: v.string(),
	type: v.literal('public-key'),
	clientExtensionResults: v.looseObject({})
};

/** What the browser gives back: its shape only, the library examines what it says. */
export const registrationSchema = v.looseObject({
	...credential,
	response: v.looseObject({ clientDataJSON: v.string(), attestationObject: v.string() })
});
export const assertionSchema = v.looseObject({
	...credential,
	response: v.looseObject({
		clientDataJSON: v.string(),
		authenticatorData: v.string(),
		signature: v.string()
	})
});

export type Registration = v.InferOutput<typeof registrationSchema>;
export type Assertion = v.InferOutput<typeof assertionSchema>;

interface Known {
	readonly id: string;
}

export const creationOptions = (
	origin: URL,
	owner: { id: string; identifier: string; name: string },
	known: readonly Known[]
) =>
	generateRegistrationOptions({
		rpName: 'Carnet',
		rpID: origin.hostname,
		userID: new TextEncoder().encode(owner.id),
		userName: owner.identifier,
		userDisplayName: owner.name,
		attestationType: 'none',
		supportedAlgorithmIDs: algorithms,
		excludeCredentials: known.map(({ id }) => ({ id })),
		authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
		extensions: { prf: {}, credProps: true }
	});

/** @param known the keys of one account, or none to let the device offer what it has */
export const requestOptions = (origin: URL, known: readonly Known[]) =>
	generateAuthenticationOptions({
		rpID: origin.hostname,
		allowCredentials: known.map(({ id }) => ({ id })),
		userVerification: 'required'
	});

export type CreationOptions = Awaited<ReturnType<typeof creationOptions>>;
export type RequestOptions = Awaited<ReturnType<typeof requestOptions>>;

/** The new key, or null when the ceremony does not hold. */
export async function verifyCreation(response: Registration, challenge: string, origin: URL) {
	try {
		const { registrationInfo } = await verifyRegistrationResponse({
			response: response as unknown as RegistrationResponseJSON,
			expectedChallenge: challenge,
			expectedOrigin: origin.origin,
			expectedRPID: origin.hostname,
			requireUserVerification: true,
			supportedAlgorithmIDs: algorithms
		});
		return registrationInfo?.credential ?? null;
	} catch {
		return null;
	}
}

/** The key's new counter, or null when the proof does not hold. */
export async function verifyAssertion(
	response: Assertion,
	challenge: string,
	key: { id: string; public_key: string; counter: number },
	origin: URL
): Promise<number | null> {
	try {
		const { verified, authenticationInfo } = await verifyAuthenticationResponse({
			response: response as unknown as AuthenticationResponseJSON,
			expectedChallenge: challenge,
			expectedOrigin: origin.origin,
			expectedRPID: origin.hostname,
			requireUserVerification: true,
			credential: {
				id: key.id,
				publicKey: isoBase64URL.toBuffer(key.public_key),
				counter: key.counter
			}
		});
		return verified ? authenticationInfo.newCounter : null;
	} catch {
		return null;
	}
}
