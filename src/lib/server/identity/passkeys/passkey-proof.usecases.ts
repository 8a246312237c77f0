/**
 * Proving who one is with a passkey: to sign in (whoever the device holds a key for), to complete a
 * sign-in already begun with a password or an identity provider, or again in an open session.
 */
import { addressUnit, type SessionUser } from '$lib/core/identity';
import { appError, fail, ok, type Result } from '$lib/core/shared';
import { unitOfWork } from '../../db';
import { releaseAttempt, reserveAttempt } from '../attempts.repository';
import type { Client, IdentityDeps } from '../client';
import { strengthenSession } from '../devices.repository';
import { enter, type SignedIn } from '../enter';
import { useFlow } from '../flows.repository';
import { accessOf } from '../foreign-sign-in';
import { sessionHash } from '../lucia-adapter.repository';
import { noteEvent } from '../note-event';
import { pendingSignIn } from '../second-factor.usecases';
import { requestOptions, verifyAssertion, type Assertion, type RequestOptions } from './ceremony';
import { keepChallenge, takeChallenge, type Ceremony, type PasskeyDeps } from './challenge';
import { findPasskey, listPasskeys, touchPasskey } from './passkeys.repository';

const refused = () => fail(appError('identity.passkey-refused', 'unauthenticated'));
const attemptKey = (client: Client) => `passkey:${addressUnit(client.address)}`;

/** For one account when it is known, else for whichever the device offers. */
export async function startPasskeyProof(
	command: { accountId: string | null; client: Client },
	deps: PasskeyDeps
): Promise<Result<Ceremony<RequestOptions>>> {
	const { accountId, client } = command;
	const attempt = { scope: 'address' as const, key: attemptKey(client) };
	if (await reserveAttempt(attempt, deps.clock.now())) {
		return fail(appError('identity.too-many-attempts', 'rate-limited'));
	}
	const known = accountId === null ? [] : await listPasskeys(accountId);
	const options = await requestOptions(deps.env.origin, known);
	return ok(await keepChallenge(options, accountId, deps));
}

/** Someone who has given a password, when there is one; a cookie that leads nowhere is nobody. */
export async function accountBeingProven(
	command: { pendingToken: string | null },
	deps: IdentityDeps
): Promise<string | null> {
	const pending = await pendingSignIn({ token: command.pendingToken }, deps);
	return pending.ok && pending.value.factors.passkeys > 0 ? pending.value.person.id : null;
}

interface ProofCommand {
	readonly token: string | null;
	readonly response: Assertion;
	readonly client: Client;
}

/** The key that signed this challenge, for the account it was made for. */
async function provenKey(command: ProofCommand, deps: PasskeyDeps) {
	const taken = await takeChallenge(command.token, deps);
	if (!taken.ok) return taken;
	const { flow, challenge } = taken.value;
	const key = await findPasskey(command.response.id);
	if (!key || (flow.account_id !== null && flow.account_id !== key.account_id)) return refused();
	const counter = await verifyAssertion(command.response, challenge, key, deps.env.origin);
	if (counter === null) {
		const { client } = command;
		await noteEvent({ kind: 'factor-failed', accountId: key.account_id, client }, deps);
		return refused();
	}
	await touchPasskey(key.id, counter, deps.clock.now());
	await releaseAttempt(attemptKey(command.client));
	return ok({ account: { id: key.account_id, role: key.role } });
}

/** Opens a session: the passkey is both proofs. A sign-in already begun is completed by it. */
export async function signInWithPasskey(
	command: ProofCommand & { pendingToken: string | null },
	deps: PasskeyDeps
): Promise<Result<SignedIn>> {
	const { client } = command;
	const proven = await provenKey(command, deps);
	if (!proven.ok) return proven;
	const { account } = proven.value;
	if ((await accessOf({ account, client }, deps)) === 'refuse') {
		return fail(appError('identity.foreign-refused', 'forbidden'));
	}
	return unitOfWork(async () => {
		const pending = await pendingSignIn({ token: command.pendingToken }, deps);
		if (pending.ok) await useFlow(pending.value.flow.id, deps.clock.now());
		return ok(await enter({ account, factor: 'passkey', client }, deps));
	});
}

/** Dates an open session's proof. */
export async function stepUpWithPasskey(
	command: ProofCommand & { user: SessionUser; sessionId: string },
	deps: PasskeyDeps
): Promise<Result<void>> {
	const proven = await provenKey(command, deps);
	if (!proven.ok) return proven;
	if (proven.value.account.id !== command.user.id) return refused();
	const at = deps.clock.now();
	await strengthenSession(sessionHash(command.sessionId), { factor: 'passkey', at });
	return ok(undefined);
}
