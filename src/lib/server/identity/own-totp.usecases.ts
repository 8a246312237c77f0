/** A person sets, renews or removes their own second factor, having just proven who they are. */
import { isStaff, normaliseCode, type SessionUser } from '$lib/core/identity';
import { appError, fail, ok, type Result } from '$lib/core/shared';
import { unitOfWork } from '../db';
import { findPerson } from './account.repository';
import type { Client, IdentityDeps } from './client';
import { noteEvent } from './note-event';
import { listPasskeys } from './passkeys/passkeys.repository';
import { makeRecoveryCodes } from './recovery-codes.repository';
import { hasTotp, totpEnrolment, verifyTotp } from './totp';
import { confirmTotp, deleteTotp } from './totp.repository';
import { warnOwner } from './warn-owner';

interface OwnCommand {
	readonly user: SessionUser;
	readonly client: Client;
}

/** What to show to set an application, or null when one is set. */
export async function ownTotpEnrolment(user: SessionUser) {
	if (await hasTotp(user.id)) return null;
	const person = await findPerson(user.id);
	return person ? totpEnrolment(person) : null;
}

export async function addTotp(
	command: OwnCommand & { code: string },
	deps: IdentityDeps
): Promise<Result<{ recoveryCodes: string[] }>> {
	const { user, client } = command;
	const at = deps.clock.now();
	if (await hasTotp(user.id)) return fail(appError('identity.factor-already-set', 'conflict'));
	if (!(await verifyTotp(user.id, normaliseCode(command.code), at))) {
		return fail(appError('identity.wrong-code', 'validation'));
	}
	return unitOfWork(async () => {
		await confirmTotp(user.id, at);
		const recoveryCodes = await makeRecoveryCodes(user.id);
		await noteEvent({ kind: 'totp-added', accountId: user.id, client }, deps);
		const person = await findPerson(user.id);
		const what = 'Une application d’authentification protège votre compte.';
		if (person) await warnOwner(person, what, at);
		return ok({ recoveryCodes });
	});
}

export async function removeTotp(command: OwnCommand, deps: IdentityDeps): Promise<Result<void>> {
	const { user, client } = command;
	if (isStaff(user.role) && (await listPasskeys(user.id)).length === 0) {
		return fail(appError('identity.last-factor', 'conflict'));
	}
	return unitOfWork(async () => {
		await deleteTotp(user.id);
		await noteEvent({ kind: 'totp-removed', accountId: user.id, client }, deps);
		const person = await findPerson(user.id);
		const what = 'L’application d’authentification a été retirée de votre compte.';
		if (person) await warnOwner(person, what, deps.clock.now());
		return ok(undefined);
	});
}

export const renewRecoveryCodes = (command: OwnCommand, deps: IdentityDeps): Promise<string[]> =>
	unitOfWork(async () => {
		const codes = await makeRecoveryCodes(command.user.id);
		const { user, client } = command;
		await noteEvent({ kind: 'recovery-codes-made', accountId: user.id, client }, deps);
		return codes;
	});
