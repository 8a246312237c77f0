/**
 * The ceremonies of passkeys, in the browser. The server gives the options and examines the answer;
 * what the `prf` extension derives stays on this device and is taken out of what is sent.
 */
import { appError, fail, ok, type ErrorCode, type Result } from '$lib/core/shared';
import {
	browserSupportsWebAuthn,
	bufferToBase64URLString,
	startAuthentication,
	startRegistration,
	type PublicKeyCredentialCreationOptionsJSON,
	type PublicKeyCredentialRequestOptionsJSON
} from '@simplewebauthn/browser';
import { fetchJson, type HttpFailure } from '../http';

const ROOT = '/api/v1/cles-acces';

/** Given to the ceremony, a salt makes the key derive 32 bytes that no one else can. */
interface Salted {
	readonly salt?: Uint8Array<ArrayBuffer> | undefined;
}

/** What was derived, or null where the device does not know how. */
interface Derived {
	readonly secret: Uint8Array<ArrayBuffer> | null;
}

export const passkeysExist = (): boolean => browserSupportsWebAuthn();

const refusal = (failure: HttpFailure) =>
	fail(
		failure.kind === 'refused'
			? appError(failure.code as ErrorCode, 'forbidden')
			: appError('http.unreachable', 'unavailable')
	);

/** The person changed their mind, or the device has nothing to offer: browsers do not say which. */
const cancelled = () => fail(appError('identity.passkey-cancelled', 'validation'));

const prfOf = ({ salt }: Salted) => (salt ? { prf: { eval: { first: salt } } } : {});

const bytesOf = (source: BufferSource): Uint8Array<ArrayBuffer> =>
	source instanceof ArrayBuffer
		? new Uint8Array(source)
		: new Uint8Array(new Uint8Array(source.buffer, source.byteOffset, source.byteLength));

/** Splits the browser's answer into what the server examines and what stays here. */
function split<T extends { clientExtensionResults: object }>(answer: T) {
	const { prf, ...sent } = answer.clientExtensionResults as {
		prf?: { results?: { first?: BufferSource } };
	};
	const first = prf?.results?.first;
	const secret = first ? bytesOf(first) : null;
	return { response: { ...answer, clientExtensionResults: sent }, secret };
}

async function ceremony<Options extends object, Answer extends { clientExtensionResults: object }>(
	path: string,
	perform: (options: Options) => Promise<Answer>,
	body: object
): Promise<Result<{ answer: unknown } & Derived>> {
	const options = await fetchJson(fetch, ROOT + path, { method: 'POST', body: {} });
	if (!options.ok) return refusal(options.error);
	let answer: Answer;
	try {
		answer = await perform(options.value as Options);
	} catch {
		return cancelled();
	}
	const { response, secret } = split(answer);
	const done = await fetchJson(fetch, ROOT + path, { method: 'PUT', body: { ...body, response } });
	return done.ok ? ok({ answer: done.value, secret }) : refusal(done.error);
}

const creating = (salted: Salted) => (optionsJSON: PublicKeyCredentialCreationOptionsJSON) =>
	startRegistration({
		optionsJSON: {
			...optionsJSON,
			extensions: { ...optionsJSON.extensions, ...prfOf(salted) }
		}
	});

const proving = (salted: Salted) => (optionsJSON: PublicKeyCredentialRequestOptionsJSON) =>
	startAuthentication({
		optionsJSON: { ...optionsJSON, extensions: { ...optionsJSON.extensions, ...prfOf(salted) } }
	});

/** Adds a key to the account that is signed in. */
export async function addPasskey(
	command: { label: string } & Salted
): Promise<Result<{ id: string; recoveryCodes: string[] } & Derived>> {
	const done = await ceremony('', creating(command), { label: command.label });
	if (!done.ok) return done;
	const added = done.value.answer as { id: string; recoveryCodes: string[] };
	return ok({ ...added, secret: done.value.secret });
}

/** Gives staff who have no second factor their first one, which opens the session. */
export async function addFirstPasskey(): Promise<
	Result<{ home: string; recoveryCodes: string[] }>
> {
	const done = await ceremony('/premiere', creating({}), { label: '' });
	return done.ok ? ok(done.value.answer as { home: string; recoveryCodes: string[] }) : done;
}

/** Signs in, or completes a sign-in begun with a password. */
export async function signInWithPasskey(
	command: { next: string | null } & Salted
): Promise<Result<{ home: string } & Derived>> {
	const done = await ceremony('/connexion', proving(command), { suite: command.next });
	if (!done.ok) return done;
	return ok({ ...(done.value.answer as { home: string }), secret: done.value.secret });
}

/** Proves again, in an open session, who is there. */
export async function confirmWithPasskey(command: Salted = {}): Promise<Result<Derived>> {
	const done = await ceremony('/confirmation', proving(command), {});
	return done.ok ? ok({ secret: done.value.secret }) : done;
}

/**
 * Derives the secret of a salt without the server, even offline: opens what this device keeps, and
 * nothing else. The challenge is nobody's, since nobody will examine the signature.
 */
export async function deriveWithPasskey(command: {
	salt: Uint8Array<ArrayBuffer>;
	ids: readonly string[];
}): Promise<Result<Derived>> {
	const challenge = bufferToBase64URLString(crypto.getRandomValues(new Uint8Array(32)).buffer);
	try {
		const answer = await proving(command)({
			challenge,
			rpId: location.hostname,
			userVerification: 'required',
			allowCredentials: command.ids.map((id) => ({ id, type: 'public-key' as const }))
		});
		return ok({ secret: split(answer).secret });
	} catch {
		return cancelled();
	}
}
