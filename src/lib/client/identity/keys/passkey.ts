/**
 * The phone's own passkey: its secret (the PRF extension, evaluated on a salt kept here) unwraps the
 * key without the network. It never travels and signs nobody in: a credential apart from the account's.
 */
import { appError, fail, ok, type Result } from '$lib/core/shared';
import type { Lock } from '../../db';
import { randomBytes } from './ring';

type Bytes = Uint8Array<ArrayBuffer>;
type PasskeyLock = Extract<Lock, { protection: 'passkey' }>;

const unsupported = appError('identity.passkey-without-secret', 'unsupported');
const refused = appError('identity.passkey-cancelled', 'forbidden');

const ES256 = -7;
const RS256 = -257;

const secretIn = (credential: PublicKeyCredential): Bytes | null => {
	const found = credential.getClientExtensionResults().prf?.results?.first;
	return found ? new Uint8Array(found as ArrayBuffer) : null;
};

async function evaluate(credential: Bytes, salt: Bytes): Promise<Result<Bytes>> {
	try {
		const given = await navigator.credentials.get({
			publicKey: {
				challenge: randomBytes(),
				rpId: location.hostname,
				allowCredentials: [{ type: 'public-key', id: credential }],
				userVerification: 'required',
				extensions: { prf: { eval: { first: salt } } }
			}
		});
		const secret = given && secretIn(given as PublicKeyCredential);
		return secret ? ok(secret) : fail(unsupported);
	} catch {
		return fail(refused);
	}
}

/** Makes the passkey and gives its secret. */
export async function enrolPasskey(
	name: string
): Promise<Result<{ credential: Bytes; salt: Bytes; secret: Bytes }>> {
	const salt = randomBytes();
	try {
		const made = (await navigator.credentials.create({
			publicKey: {
				challenge: randomBytes(),
				rp: { name: 'Carnet', id: location.hostname },
				user: { id: randomBytes(16), name: 'Carnet, ce téléphone', displayName: name },
				pubKeyCredParams: [ES256, RS256].map((alg) => ({ type: 'public-key', alg })),
				authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
				extensions: { prf: { eval: { first: salt } } }
			}
		})) as PublicKeyCredential | null;
		if (!made) return fail(refused);
		const credential = new Uint8Array(made.rawId);
		// Some give the secret when the passkey is made, others only when it is used.
		const given = secretIn(made);
		if (given) return ok({ credential, salt, secret: given });
		if (made.getClientExtensionResults().prf?.enabled !== true) return fail(unsupported);
		const secret = await evaluate(credential, salt);
		return secret.ok ? ok({ credential, salt, secret: secret.value }) : secret;
	} catch {
		return fail(refused);
	}
}

export const secretOfPasskey = ({ credential, salt }: PasskeyLock): Promise<Result<Bytes>> =>
	evaluate(credential, salt);
