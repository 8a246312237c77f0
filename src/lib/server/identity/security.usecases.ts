/** What a person does about the safety of their own account. */
import type { PasswordMarks, SessionUser } from '$lib/core/identity';
import { appError, fail, ok, type CivilDate, type Result } from '$lib/core/shared';
import { unitOfWork } from '../db';
import { findPerson, passwordStateOf, setPassword } from './account.repository';
import { forgetAttempts, reserveAttempt } from './attempts.repository';
import type { Client, IdentityDeps } from './client';
import { deleteSessionOf, deleteSessionsBut, listSessions } from './devices.repository';
import { sessionHash } from './lucia-adapter.repository';
import { prepareNewPassword } from './new-password';
import { leftSince } from './claimed-agent.repository';
import { noteEvent } from './note-event';
import { verifyPassword } from './password-hash';
import { countFailuresSince, eventsOf } from './security-events.repository';
import { secondFactorsOf, type SecondFactors } from './second-factors';
import { warnOwner } from './warn-owner';

const MONTH_MS = 30 * 24 * 3600 * 1000;

export interface SecurityOverview {
	readonly identifier: string;
	readonly passwordChangedAt: Date | null;
	readonly passwordMarks: PasswordMarks | null;
	readonly factors: SecondFactors;
	/** Refused sign-ins of the last thirty days. */
	readonly failures: number;
	readonly events: Awaited<ReturnType<typeof eventsOf>>;
	/** Since when the person's file is no longer kept here: they have changed académie. */
	readonly movedSince: CivilDate | null;
	readonly hasRecoveryAddress: boolean;
}

export async function securityOverview(
	command: { user: SessionUser },
	deps: IdentityDeps
): Promise<SecurityOverview> {
	const { user } = command;
	const state = await passwordStateOf(user.id);
	const since = new Date(deps.clock.now().getTime() - MONTH_MS);
	return {
		identifier: state.identifier,
		passwordChangedAt: state.password_changed_at,
		passwordMarks: state.password_marks,
		factors: await secondFactorsOf(user),
		failures: await countFailuresSince(user.id, since),
		events: await eventsOf(user.id),
		movedSince: user.agentId ? await leftSince(user.agentId) : null,
		hasRecoveryAddress: state.recovery_email !== null
	};
}

/** Closes every other session and warns the owner. */
export async function changePassword(
	command: {
		user: SessionUser;
		sessionId: string;
		current: string;
		next: string;
		client: Client;
	},
	deps: IdentityDeps
): Promise<Result<void>> {
	const { user, client } = command;
	const at = deps.clock.now();
	const key = `factor:${user.id}`;
	if (await reserveAttempt({ scope: 'factor', key }, at)) {
		return fail(appError('identity.too-many-attempts', 'rate-limited'));
	}
	const person = await findPerson(user.id);
	if (!person || !(await verifyPassword(person.password_hash, command.current))) {
		return fail(appError('identity.wrong-password', 'validation'));
	}
	const { firstName, lastName } = user;
	const prepared = await prepareNewPassword(command.next, { ...person, firstName, lastName });
	if (!prepared.ok) return prepared;
	return unitOfWork(async () => {
		await forgetAttempts(key);
		await setPassword(user.id, prepared.value, at);
		await deleteSessionsBut(user.id, sessionHash(command.sessionId));
		await noteEvent({ kind: 'password-changed', accountId: user.id, client }, deps);
		await warnOwner(person, 'Le mot de passe de votre compte a été changé.', at);
		return ok(undefined);
	});
}

export async function openDevices(
	command: { user: SessionUser; sessionId: string },
	deps: IdentityDeps
) {
	const own = sessionHash(command.sessionId);
	const sessions = await listSessions(command.user.id, deps.clock.now());
	return sessions.map((session) => ({ ...session, current: session.id === own }));
}

export async function closeDevice(
	command: { user: SessionUser; id: string; client: Client },
	deps: IdentityDeps
): Promise<Result<void>> {
	const { user, id, client } = command;
	if (!(await deleteSessionOf(user.id, id))) {
		return fail(appError('identity.unknown-session', 'not-found'));
	}
	await noteEvent({ kind: 'sessions-closed', accountId: user.id, client }, deps);
	return ok(undefined);
}

export async function closeOtherDevices(
	command: { user: SessionUser; sessionId: string; client: Client },
	deps: IdentityDeps
): Promise<void> {
	const { user, sessionId, client } = command;
	await deleteSessionsBut(user.id, sessionHash(sessionId));
	await noteEvent({ kind: 'sessions-closed', accountId: user.id, client }, deps);
}
