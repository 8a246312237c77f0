/** Proving again who one is, in an open session, before what matters most. */
import {
	factorOfCode,
	isStaff,
	normaliseCode,
	type Factor,
	type SessionUser
} from '$lib/core/identity';
import { appError, fail, ok, type Result } from '$lib/core/shared';
import { findPerson } from './account.repository';
import { forgetAttempts, reserveAttempt } from './attempts.repository';
import type { Client, IdentityDeps } from './client';
import { strengthenSession } from './devices.repository';
import { sessionHash } from './lucia-adapter.repository';
import { noteEvent } from './note-event';
import { verifyPassword } from './password-hash';
import { useRecoveryCode } from './recovery-codes.repository';
import { isProtected, secondFactorsOf } from './second-factors';
import { verifyTotp } from './totp';

/** What will be asked for: a code when one is set (always, for staff), else the password. */
export async function stepUpProof(user: SessionUser): Promise<'code' | 'password'> {
	return isStaff(user.role) || isProtected(await secondFactorsOf(user)) ? 'code' : 'password';
}

async function provenBy(user: SessionUser, given: string, now: Date): Promise<Factor | null> {
	if ((await stepUpProof(user)) === 'password') {
		const person = await findPerson(user.id);
		return person && (await verifyPassword(person.password_hash, given)) ? 'password' : null;
	}
	if (factorOfCode(given) === 'totp') {
		return (await verifyTotp(user.id, normaliseCode(given), now)) ? 'totp' : null;
	}
	return (await useRecoveryCode(user.id, given, now)) ? 'recovery-code' : null;
}

export async function stepUp(
	command: { user: SessionUser; sessionId: string; given: string; client: Client },
	deps: IdentityDeps
): Promise<Result<void>> {
	const { user, client } = command;
	const at = deps.clock.now();
	const key = `factor:${user.id}`;
	if (await reserveAttempt({ scope: 'factor', key }, at)) {
		return fail(appError('identity.too-many-attempts', 'rate-limited'));
	}
	const factor = await provenBy(user, command.given, at);
	if (!factor) {
		await noteEvent({ kind: 'factor-failed', accountId: user.id, client }, deps);
		return fail(appError('identity.wrong-proof', 'validation'));
	}
	await forgetAttempts(key);
	await strengthenSession(sessionHash(command.sessionId), { factor, at });
	return ok(undefined);
}
