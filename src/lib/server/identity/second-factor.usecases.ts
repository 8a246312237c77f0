/**
 * The second proof, asked of staff always and of teachers who have set one. The password has been
 * given already: what is answered here may say what is wrong.
 */
import { factorOfCode, isStaff, normaliseCode, type Factor, type Role } from '$lib/core/identity';
import { appError, fail, ok, type Result } from '$lib/core/shared';
import { unitOfWork } from '../db';
import { enqueue } from '../jobs';
import { findPerson, type Person } from './account.repository';
import { forgetAttempts, reserveAttempt } from './attempts.repository';
import type { Client, IdentityDeps } from './client';
import { codeQueue } from './identity.jobs';
import { enter, type SignedIn } from './enter';
import { currentFlow, openFlow, redeemCode } from './flow.usecases';
import { useFlow, type Flow } from './flows.repository';
import { accessOf } from './foreign-sign-in';
import { noteEvent } from './note-event';
import { useRecoveryCode } from './recovery-codes.repository';
import { isProtected, secondFactorsOf, type SecondFactors } from './second-factors';
import { verifyTotp } from './totp';
import { warnOwner } from './warn-owner';

/** What follows a first proof (a password, an identity provider): a session, or one more step. */
export type SignInStep =
	| ({ readonly next: 'session' } & SignedIn)
	| { readonly next: 'second-factor'; readonly token: string }
	/** Refused for where they are; the token lets them ask for a few days. */
	| { readonly next: 'refused-abroad'; readonly token: string };

export async function afterFirstProof(
	command: { account: { id: string; role: Role }; factor?: Factor; client: Client },
	deps: IdentityDeps
): Promise<Result<SignInStep>> {
	const { account, factor = 'password', client } = command;
	const access = await accessOf({ account, client }, deps);
	if (access === 'refuse') {
		const { token } = await openFlow({ purpose: 'unblock', accountId: account.id }, deps);
		return ok({ next: 'refused-abroad', token });
	}
	const trusted = access === 'allow' && !isStaff(account.role);
	if (trusted && !isProtected(await secondFactorsOf(account))) {
		return ok({ next: 'session', ...(await enter({ account, factor, client }, deps)) });
	}
	const { token } = await openFlow({ purpose: 'second-factor', accountId: account.id }, deps);
	return ok({ next: 'second-factor', token });
}

export interface PendingSignIn {
	readonly flow: Flow;
	readonly person: Person;
	readonly factors: SecondFactors;
}

/** Who has given a password and not yet the second proof. */
export async function pendingSignIn(
	command: { token: string | null },
	deps: IdentityDeps
): Promise<Result<PendingSignIn>> {
	const found = await currentFlow({ token: command.token, purpose: 'second-factor' }, deps);
	if (!found.ok) return found;
	const person = found.value.account_id ? await findPerson(found.value.account_id) : undefined;
	if (!person) return fail(appError('identity.flow-expired', 'validation'));
	return ok({ flow: found.value, person, factors: await secondFactorsOf(person) });
}

/** Sends the code de vérification that replaces a teacher's second factor. */
export async function sendVerificationCode(
	command: { token: string | null },
	deps: IdentityDeps
): Promise<Result<void>> {
	const pending = await pendingSignIn(command, deps);
	if (!pending.ok) return pending;
	if (!pending.value.factors.email) {
		return fail(appError('identity.factor-not-allowed', 'forbidden'));
	}
	await enqueue(codeQueue, { flow: pending.value.flow.id });
	return ok(undefined);
}

/** Verifies one code, whatever its kind, and says which proof it was. */
async function provenBy(
	code: string,
	{ flow, person, factors }: PendingSignIn,
	token: string | null,
	deps: IdentityDeps
): Promise<Factor | null> {
	const kind = factorOfCode(code);
	const now = deps.clock.now();
	if (kind === 'totp') {
		const right = factors.totp && (await verifyTotp(person.id, normaliseCode(code), now));
		return right ? kind : null;
	}
	if (kind === 'email-code') {
		if (!factors.email || flow.code_digest === null) return null;
		const redeemed = await redeemCode({ token, purpose: 'second-factor', code }, deps);
		return redeemed.ok ? kind : null;
	}
	return (await useRecoveryCode(person.id, code, now)) ? kind : null;
}

export async function completeSignIn(
	command: { token: string | null; code: string; client: Client },
	deps: IdentityDeps
): Promise<Result<SignedIn>> {
	const { token, client } = command;
	const found = await pendingSignIn({ token }, deps);
	if (!found.ok) return found;
	const { flow, person } = found.value;
	const key = `factor:${person.id}`;
	if (await reserveAttempt({ scope: 'factor', key }, deps.clock.now())) {
		return fail(appError('identity.too-many-attempts', 'rate-limited'));
	}
	const factor = await provenBy(command.code, found.value, token, deps);
	if (!factor) {
		await noteEvent({ kind: 'factor-failed', accountId: person.id, client }, deps);
		return fail(appError('identity.wrong-code', 'validation'));
	}
	return unitOfWork(async () => {
		const at = deps.clock.now();
		if (!(await useFlow(flow.id, at))) return fail(appError('identity.flow-expired', 'validation'));
		await forgetAttempts(key);
		if (factor === 'recovery-code') {
			await noteEvent({ kind: 'recovery-code-used', accountId: person.id, client }, deps);
			await warnOwner(person, 'Un code de secours a servi à ouvrir votre compte.', at);
		}
		return ok(await enter({ account: person, factor, client }, deps));
	});
}
