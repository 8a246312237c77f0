/**
 * A forgotten password. The code goes to both addresses; the new password closes every session and
 * warns the owner everywhere; the second factor is still asked for afterwards.
 */
import { addressUnit, normaliseSignInName } from '$lib/core/identity';
import { appError, fail, ok, type Result } from '$lib/core/shared';
import { unitOfWork } from '../db';
import { enqueue } from '../jobs';
import { findPerson, setPassword } from './account.repository';
import { reserveAttempt } from './attempts.repository';
import { openFlow, provenFlow } from './flow.usecases';
import { useFlow } from './flows.repository';
import { codeQueue } from './identity.jobs';
import { noteEvent } from './note-event';
import { prepareNewPassword } from './new-password';
import { closeSessionsOf } from './sessions';
import type { Client, IdentityDeps } from './client';
import { warnOwner } from './warn-owner';

/** Always answers the same, in the same time. */
export async function startRecovery(
	command: { name: string; client: Client },
	deps: IdentityDeps
): Promise<Result<{ token: string }>> {
	const key = `recovery:${addressUnit(command.client.address)}`;
	if (await reserveAttempt({ scope: 'address', key }, deps.clock.now())) {
		return fail(appError('identity.too-many-attempts', 'rate-limited'));
	}
	return unitOfWork(async () => {
		const data = { name: normaliseSignInName(command.name) };
		const { id, token } = await openFlow({ purpose: 'recovery', data }, deps);
		await enqueue(codeQueue, { flow: id });
		return ok({ token });
	});
}

export async function completeRecovery(
	command: { token: string | null; password: string; client: Client },
	deps: IdentityDeps
): Promise<Result<void>> {
	const found = await provenFlow({ token: command.token, purpose: 'recovery' }, deps);
	if (!found.ok) return found;
	const flow = found.value;
	const person = flow.account_id ? await findPerson(flow.account_id) : undefined;
	if (!person) return fail(appError('identity.flow-expired', 'validation'));
	const { first_name: firstName, last_name: lastName } = person;
	const prepared = await prepareNewPassword(command.password, { ...person, firstName, lastName });
	if (!prepared.ok) return prepared;
	const at = deps.clock.now();
	return unitOfWork(async () => {
		if (!(await useFlow(flow.id, at))) return fail(appError('identity.flow-expired', 'validation'));
		await setPassword(person.id, prepared.value, at);
		await closeSessionsOf(person.id);
		await noteEvent(
			{ kind: 'password-changed', accountId: person.id, client: command.client },
			deps
		);
		await warnOwner(person, 'Un nouveau mot de passe a été choisi pour votre compte.', at);
		return ok(undefined);
	});
}
