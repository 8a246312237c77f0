/** A teacher of the HR file opens their account: NUMEN, code in the academic mailbox, password. */
import {
	addressUnit,
	identifierStem,
	nextIdentifier,
	normaliseNumen,
	normaliseSignInName
} from '$lib/core/identity';
import { appError, fail, ok, type Result } from '$lib/core/shared';
import { unitOfWork } from '../db';
import { enqueue } from '../jobs';
import {
	findAccountOfAgent,
	findPerson,
	insertAccount,
	setPassword,
	takenIdentifiers
} from './account.repository';
import { reserveAttempt } from './attempts.repository';
import { findAgentById, numenDigest } from './claimed-agent.repository';
import { openFlow, provenFlow } from './flow.usecases';
import { useFlow } from './flows.repository';
import { codeQueue } from './identity.jobs';
import { noteEvent } from './note-event';
import { prepareNewPassword } from './new-password';
import type { Client, IdentityDeps } from './client';
import { afterFirstProof, type SignInStep } from './second-factor.usecases';
import { warnOwner } from './warn-owner';

/** Always answers the same: the code goes, or not, to the mailbox of the person concerned. */
export async function startActivation(
	command: { name: string; numen: string; client: Client },
	deps: IdentityDeps
): Promise<Result<{ token: string }>> {
	const numen = normaliseNumen(command.numen);
	if (!numen) return fail(appError('identity.invalid-numen', 'validation'));
	const at = deps.clock.now();
	const key = `activation:${addressUnit(command.client.address)}`;
	if (await reserveAttempt({ scope: 'address', key }, at)) {
		return fail(appError('identity.too-many-attempts', 'rate-limited'));
	}
	return unitOfWork(async () => {
		const data = { name: normaliseSignInName(command.name), numenDigest: numenDigest(numen) };
		const { id, token } = await openFlow({ purpose: 'activation', data }, deps);
		await enqueue(codeQueue, { flow: id });
		return ok({ token });
	});
}

/** The identifier this activation will give, shown beside the password to choose. */
export async function activationIdentifier(
	command: { token: string | null },
	deps: IdentityDeps
): Promise<Result<string>> {
	const found = await provenFlow({ token: command.token, purpose: 'activation' }, deps);
	if (!found.ok) return found;
	const { agent_id: agentId } = found.value;
	const agent = agentId ? await findAgentById(agentId) : undefined;
	if (!agent) return fail(appError('identity.flow-expired', 'validation'));
	const existing = await findAccountOfAgent(agent.id);
	if (existing) return ok(existing.identifier);
	const stem = identifierStem(agent.first_name, agent.last_name);
	return ok(nextIdentifier(stem, await takenIdentifiers(stem)));
}

/** Chooses the password, which creates the account if nobody had, and signs in. */
export async function completeActivation(
	command: { token: string | null; password: string; client: Client },
	deps: IdentityDeps
): Promise<Result<SignInStep>> {
	const found = await provenFlow({ token: command.token, purpose: 'activation' }, deps);
	if (!found.ok) return found;
	const flow = found.value;
	const agent = flow.agent_id ? await findAgentById(flow.agent_id) : undefined;
	if (!agent?.email) return fail(appError('identity.flow-expired', 'validation'));
	const stem = identifierStem(agent.first_name, agent.last_name);
	const names = { firstName: agent.first_name, lastName: agent.last_name };
	const person = { ...names, role: 'enseignant' as const, identifier: stem, email: agent.email };
	const prepared = await prepareNewPassword(command.password, person);
	if (!prepared.ok) return prepared;
	const at = deps.clock.now();
	const { email } = agent;
	return unitOfWork(async () => {
		if (!(await useFlow(flow.id, at))) return fail(appError('identity.flow-expired', 'validation'));
		const existing = await findAccountOfAgent(agent.id);
		const id = existing?.id ?? deps.newId();
		if (!existing) {
			await insertAccount({
				...names,
				id,
				email,
				academie: agent.academie_code,
				agentId: agent.id,
				role: 'enseignant',
				identifier: nextIdentifier(stem, await takenIdentifiers(stem)),
				uai: agent.uai,
				departement: null,
				passwordHash: null
			});
		}
		await setPassword(id, prepared.value, at);
		await noteEvent({ kind: 'activation', accountId: id, client: command.client }, deps);
		const owner = await findPerson(id);
		if (!owner) return fail(appError('identity.flow-expired', 'validation'));
		await warnOwner(owner, 'Votre compte Carnet a été activé.', at);
		return afterFirstProof({ account: owner, client: command.client }, deps);
	});
}
