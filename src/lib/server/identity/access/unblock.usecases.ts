/**
 * Getting back in. Staff refused from abroad ask for a few days; those who unblock decide, and see an
 * identifier and a reason, nothing else. Someone held up by failed tries is let go the same way.
 */
import { can, isReason, type SessionUser } from '$lib/core/identity';
import { appError, fail, ok, type Result } from '$lib/core/shared';
import { unitOfWork } from '../../db';
import { findAccountByName, findPerson, scopeOfAccount } from '../account.repository';
import { forgetAttempts } from '../attempts.repository';
import { auditOf } from '../audit-of';
import type { Client, IdentityDeps } from '../client';
import { currentFlow } from '../flow.usecases';
import { useFlow } from '../flows.repository';
import { keyedDigest } from '../keyed-digest';
import { noteEvent } from '../note-event';
import { warnOwner } from '../warn-owner';
import {
	decideUnblock,
	findUnblockRequest,
	insertUnblockRequest,
	waitingUnblockRequests
} from './unblock.repository';

const LONGEST_DAYS = 30;
const DAY_MS = 24 * 3600 * 1000;
const nothing = () => fail(appError('http.not-found', 'not-found'));

/** From someone who has just given their proof and was refused for where they are. */
export async function askUnblock(
	command: { token: string | null; reason: string; days: number; client: Client },
	deps: IdentityDeps
): Promise<Result<void>> {
	const { token, reason, days, client } = command;
	const found = await currentFlow({ token, purpose: 'unblock' }, deps);
	if (!found.ok) return found;
	if (!isReason(reason)) return fail(appError('identity.reason-required', 'validation'));
	if (!Number.isInteger(days) || days < 1 || days > LONGEST_DAYS) {
		return fail(appError('identity.invalid-days', 'validation'));
	}
	const { id: flowId, account_id: accountId } = found.value;
	const at = deps.clock.now();
	return unitOfWork(async () => {
		if (!accountId || !(await useFlow(flowId, at))) {
			return fail(appError('identity.flow-expired', 'validation'));
		}
		await insertUnblockRequest({ id: deps.newId(), accountId, reason: reason.trim(), days, at });
		await noteEvent({ kind: 'unblock-asked', accountId, client }, deps);
		const person = await findPerson(accountId);
		const what = 'Un déblocage temporaire depuis l’étranger a été demandé pour votre compte.';
		if (person) await warnOwner(person, what, at);
		return ok(undefined);
	});
}

export const unblockRequests = (user: SessionUser) => waitingUnblockRequests(user.academie);

export async function decideUnblockRequest(
	command: { user: SessionUser; id: string; granted: boolean },
	deps: IdentityDeps
): Promise<Result<void>> {
	const { user, id, granted } = command;
	const at = deps.clock.now();
	return unitOfWork(async () => {
		const request = await findUnblockRequest(id);
		if (!request || !can(user, 'account.unblock', { academie: request.academie })) return nothing();
		// Nobody opens their own door.
		if (request.account_id === user.id) return nothing();
		const until = granted ? new Date(at.getTime() + request.days * DAY_MS) : null;
		if (!(await decideUnblock(id, { by: user.id, at, until }))) return nothing();
		const action = granted ? 'deblocage' : 'refus-deblocage';
		await auditOf(user, { action, purpose: `compte ${request.account_id}`, at });
		const person = await findPerson(request.account_id);
		const what = granted
			? `Votre compte s’ouvre depuis l’étranger pour ${request.days}\u00a0jours.`
			: 'Votre demande de déblocage depuis l’étranger a été refusée.';
		if (person) await warnOwner(person, what, at);
		return ok(undefined);
	});
}

/** Lets go of someone held up by failed tries: by name typed, and by second factor. */
export async function releaseTries(
	command: { user: SessionUser; identifier: string },
	deps: IdentityDeps
): Promise<Result<void>> {
	const { user } = command;
	const account = await findAccountByName(command.identifier.trim().toLowerCase());
	const scope = account && (await scopeOfAccount(account.id));
	if (!account || !scope || !can(user, 'account.unblock', scope)) {
		return fail(appError('identity.unknown-account', 'not-found'));
	}
	const at = deps.clock.now();
	return unitOfWork(async () => {
		for (const name of [scope.identifier, scope.email]) {
			await forgetAttempts(`name:${keyedDigest('sign-in-name', name)}`);
		}
		await forgetAttempts(`factor:${account.id}`);
		await auditOf(user, { action: 'deblocage-essais', purpose: `compte ${account.id}`, at });
		return ok(undefined);
	});
}
