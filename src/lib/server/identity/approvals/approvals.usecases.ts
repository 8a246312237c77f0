/**
 * Two people for what is heavy: one asks, saying exactly what and why; another one of the académie
 * agrees; the first one then does it, once, within a day. Each step is written to the journal.
 */
import { can, isReason, type ApprovalKind, type SessionUser } from '$lib/core/identity';
import { appError, fail, ok, type Result } from '$lib/core/shared';
import { unitOfWork } from '../../db';
import { findPerson } from '../account.repository';
import { auditOf } from '../audit-of';
import type { IdentityDeps } from '../client';
import { warnOwner } from '../warn-owner';
import {
	decide,
	insertApproval,
	ownApprovals,
	spend,
	waitingApprovals
} from './approvals.repository';

const refused = () => fail(appError('http.not-found', 'not-found'));
const here = (user: SessionUser) => ({ academie: user.academie });

export async function askApproval(
	command: { user: SessionUser; kind: ApprovalKind; subject: string; reason: string },
	deps: IdentityDeps
): Promise<Result<{ id: string }>> {
	const { user, kind, subject, reason } = command;
	if (!can(user, 'approval.ask', here(user))) return refused();
	if (!isReason(reason)) return fail(appError('identity.reason-required', 'validation'));
	const at = deps.clock.now();
	const id = deps.newId();
	const asked = { id, kind, subject, reason: reason.trim(), askedBy: user.id, at };
	return unitOfWork(async () => {
		await insertApproval({ ...asked, academie: user.academie });
		await auditOf(user, { action: `demande-${kind}`, purpose: `${subject} : ${reason}`, at });
		return ok({ id });
	});
}

/** What waits for this person's agreement, and what they have asked themselves. */
export async function approvalsFor(command: { user: SessionUser }, deps: IdentityDeps) {
	const { user } = command;
	const now = deps.clock.now();
	const waiting = await waitingApprovals(user.academie, now);
	return {
		toDecide: waiting.filter((one) => one.asked_by !== user.id),
		own: await ownApprovals(user.id, now)
	};
}

export async function decideApproval(
	command: { user: SessionUser; id: string; approved: boolean },
	deps: IdentityDeps
): Promise<Result<void>> {
	const { user, id, approved } = command;
	if (!can(user, 'approval.give', here(user))) return refused();
	const at = deps.clock.now();
	return unitOfWork(async () => {
		const decided = await decide({ id, by: user.id, academie: user.academie, approved, at });
		if (!decided) return fail(appError('identity.approval-unavailable', 'conflict'));
		const action = `${approved ? 'accord' : 'refus'}-${decided.kind}`;
		await auditOf(user, { action, purpose: decided.subject, at });
		const asker = await findPerson(decided.asked_by);
		const what = approved
			? 'Votre demande a reçu l’accord d’une seconde personne. Elle vaut une fois, dans la journée.'
			: 'Votre demande a été refusée par une seconde personne.';
		if (asker) await warnOwner(asker, what, at);
		return ok(undefined);
	});
}

/** Spends the agreement, inside the unit of work of what it allows. */
export async function useApproval(
	command: { user: SessionUser; id: string; kind: ApprovalKind; subject: string },
	deps: IdentityDeps
): Promise<Result<void>> {
	const { user, id, kind, subject } = command;
	const spent = await spend({ id, kind, subject, askedBy: user.id }, deps.clock.now());
	return spent ? ok(undefined) : fail(appError('identity.second-person-required', 'forbidden'));
}
