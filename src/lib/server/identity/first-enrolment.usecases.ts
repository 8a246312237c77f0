import { normaliseCode } from '$lib/core/identity';
import { appError, fail, ok, type Result } from '$lib/core/shared';
import { unitOfWork } from '../db';
import { forgetAttempts, reserveAttempt } from './attempts.repository';
import type { Client, IdentityDeps } from './client';
import { enter, type SignedIn } from './enter';
import { useFlow } from './flows.repository';
import { noteEvent } from './note-event';
import { makeRecoveryCodes } from './recovery-codes.repository';
import { pendingSignIn } from './second-factor.usecases';
import { isProtected } from './second-factors';
import { totpEnrolment, verifyTotp } from './totp';
import { confirmTotp } from './totp.repository';
import { warnOwner } from './warn-owner';

/** What a staff member who has no second factor yet must set before any session. */
export async function firstEnrolment(command: { token: string | null }, deps: IdentityDeps) {
	const pending = await pendingSignIn(command, deps);
	if (!pending.ok) return pending;
	if (isProtected(pending.value.factors)) {
		return fail(appError('identity.factor-already-set', 'conflict'));
	}
	return ok(await totpEnrolment(pending.value.person));
}

/** First code of the application: the account is protected, and the session opens. */
export async function completeFirstEnrolment(
	command: { token: string | null; code: string; client: Client },
	deps: IdentityDeps
): Promise<Result<SignedIn & { recoveryCodes: string[] }>> {
	const { token, client } = command;
	const pending = await pendingSignIn({ token }, deps);
	if (!pending.ok) return pending;
	const { flow, person, factors } = pending.value;
	if (isProtected(factors)) return fail(appError('identity.factor-already-set', 'conflict'));
	const key = `factor:${person.id}`;
	const at = deps.clock.now();
	if (await reserveAttempt({ scope: 'factor', key }, at)) {
		return fail(appError('identity.too-many-attempts', 'rate-limited'));
	}
	if (!(await verifyTotp(person.id, normaliseCode(command.code), at))) {
		return fail(appError('identity.wrong-code', 'validation'));
	}
	return unitOfWork(async () => {
		if (!(await useFlow(flow.id, at))) return fail(appError('identity.flow-expired', 'validation'));
		await forgetAttempts(key);
		await confirmTotp(person.id, at);
		const recoveryCodes = await makeRecoveryCodes(person.id);
		await noteEvent({ kind: 'totp-added', accountId: person.id, client }, deps);
		await warnOwner(person, 'Une application d’authentification protège votre compte.', at);
		return ok({
			...(await enter({ account: person, factor: 'totp', client }, deps)),
			recoveryCodes
		});
	});
}
