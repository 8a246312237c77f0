/** What a staff member who has no second factor yet must set before any session. */
import { normaliseCode } from '$lib/core/identity';
import { appError, fail, ok, type Result } from '$lib/core/shared';
import { unitOfWork } from '../db';
import { forgetAttempts, reserveAttempt } from './attempts.repository';
import type { Client, IdentityDeps } from './client';
import { enter, type SignedIn } from './enter';
import { useFlow } from './flows.repository';
import { noteEvent } from './note-event';
import type { CreationOptions } from './passkeys/ceremony';
import type { Ceremony, PasskeyDeps } from './passkeys/challenge';
import { creationFor, keepPasskey, type NewPasskeyCommand } from './passkeys/own-passkeys.usecases';
import { makeRecoveryCodes } from './recovery-codes.repository';
import { pendingSignIn, type PendingSignIn } from './second-factor.usecases';
import { isProtected } from './second-factors';
import { totpEnrolment, verifyTotp } from './totp';
import { confirmTotp } from './totp.repository';
import { warnOwner } from './warn-owner';

type Enrolled = SignedIn & { recoveryCodes: string[] };

/** Who has given a password and has nothing else to give. */
async function unprotected(
	token: string | null,
	deps: IdentityDeps
): Promise<Result<PendingSignIn>> {
	const pending = await pendingSignIn({ token }, deps);
	if (!pending.ok || !isProtected(pending.value.factors)) return pending;
	return fail(appError('identity.factor-already-set', 'conflict'));
}

export async function firstEnrolment(command: { token: string | null }, deps: IdentityDeps) {
	const pending = await unprotected(command.token, deps);
	return pending.ok ? ok(await totpEnrolment(pending.value.person)) : pending;
}

/** The account is protected: its session opens, with the spare codes to print. */
async function enterEnrolled(
	{ flow, person }: PendingSignIn,
	factor: 'totp' | 'passkey',
	client: Client,
	deps: IdentityDeps
): Promise<Result<Enrolled>> {
	if (!(await useFlow(flow.id, deps.clock.now()))) {
		return fail(appError('identity.flow-expired', 'validation'));
	}
	const recoveryCodes = await makeRecoveryCodes(person.id);
	return ok({ ...(await enter({ account: person, factor, client }, deps)), recoveryCodes });
}

/** First code of the application. */
export async function completeFirstEnrolment(
	command: { token: string | null; code: string; client: Client },
	deps: IdentityDeps
): Promise<Result<Enrolled>> {
	const { client } = command;
	const pending = await unprotected(command.token, deps);
	if (!pending.ok) return pending;
	const { person } = pending.value;
	const key = `factor:${person.id}`;
	const at = deps.clock.now();
	if (await reserveAttempt({ scope: 'factor', key }, at)) {
		return fail(appError('identity.too-many-attempts', 'rate-limited'));
	}
	if (!(await verifyTotp(person.id, normaliseCode(command.code), at))) {
		return fail(appError('identity.wrong-code', 'validation'));
	}
	return unitOfWork(async () => {
		const entered = await enterEnrolled(pending.value, 'totp', client, deps);
		if (!entered.ok) return entered;
		await forgetAttempts(key);
		await confirmTotp(person.id, at);
		await noteEvent({ kind: 'totp-added', accountId: person.id, client }, deps);
		await warnOwner(person, 'Une application d’authentification protège votre compte.', at);
		return entered;
	});
}

export async function startFirstPasskey(
	command: { pendingToken: string | null },
	deps: PasskeyDeps
): Promise<Result<Ceremony<CreationOptions>>> {
	const pending = await unprotected(command.pendingToken, deps);
	return pending.ok ? ok(await creationFor(pending.value.person, deps)) : pending;
}

export async function completeFirstPasskey(
	command: NewPasskeyCommand & { pendingToken: string | null },
	deps: PasskeyDeps
): Promise<Result<Enrolled>> {
	const pending = await unprotected(command.pendingToken, deps);
	if (!pending.ok) return pending;
	return unitOfWork(async () => {
		const kept = await keepPasskey(pending.value.person, command, deps);
		return kept.ok ? enterEnrolled(pending.value, 'passkey', command.client, deps) : kept;
	});
}
