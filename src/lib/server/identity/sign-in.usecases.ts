/**
 * Signing in. Whatever is wrong (no such name, no password yet, wrong password, closed account), the
 * answer, its cost and its time are the same; only someone who has the password learns more.
 */
import {
	addressUnit,
	normaliseSignInName,
	sprayingAlarm,
	type SecurityEventKind
} from '$lib/core/identity';
import { appError, fail, type Result } from '$lib/core/shared';
import type { Client, IdentityDeps } from './client';
import { findAccountByName, type SignInAccount } from './account.repository';
import {
	forgetAttempts,
	releaseAttempt,
	reserveAttempt,
	type Attempt
} from './attempts.repository';
import { afterFirstProof, type SignInStep } from './second-factor.usecases';
import { keyedDigest } from './keyed-digest';
import { findKnownDevice } from './known-devices.repository';
import { noteEvent } from './note-event';
import { verifyPassword } from './password-hash';
import {
	countFailingNames,
	hasEventSince,
	recordSecurityEvent
} from './security-events.repository';

export async function signIn(
	command: { name: string; password: string; client: Client },
	deps: IdentityDeps
): Promise<Result<SignInStep>> {
	const { client } = command;
	const name = normaliseSignInName(command.name);
	const nameDigest = keyedDigest('sign-in-name', name);
	const account = (await findAccountByName(name)) ?? null;
	const attempts = await attemptsOf(account, nameDigest, client);
	const record = (kind: SecurityEventKind) =>
		noteEvent({ kind, accountId: account?.id ?? null, nameDigest, client }, deps);

	for (const attempt of attempts) {
		const until = await reserveAttempt(attempt, deps.clock.now());
		if (until) {
			await record('sign-in-delayed');
			const seconds = Math.ceil((until.getTime() - deps.clock.now().getTime()) / 1000);
			return fail(
				appError('identity.too-many-attempts', 'rate-limited', { retryAfter: Math.max(1, seconds) })
			);
		}
	}

	if (!(await verifyPassword(account?.password_hash ?? null, command.password)) || !account) {
		await record('sign-in-failed');
		await watchForSpraying(addressUnit(client.address), deps);
		return fail(appError('identity.wrong-credentials', 'unauthenticated'));
	}

	for (const { scope, key } of attempts) {
		await (scope === 'address' ? releaseAttempt(key) : forgetAttempts(key));
	}
	return afterFirstProof({ account, client }, deps);
}

/** What a failure would count against. The owner's own browser is never held up by other people. */
async function attemptsOf(
	account: SignInAccount | null,
	nameDigest: string,
	client: Client
): Promise<Attempt[]> {
	const known =
		account && client.deviceToken
			? await findKnownDevice(client.deviceToken, account.id)
			: undefined;
	if (known) return [{ scope: 'device', key: `device:${known.id}` }];
	return [
		{ scope: 'name', key: `name:${nameDigest}` },
		{ scope: 'address', key: `address:${addressUnit(client.address)}` }
	];
}

/** One alarm per window, however many names fail. */
async function watchForSpraying(address: string, deps: IdentityDeps): Promise<void> {
	const at = deps.clock.now();
	const since = new Date(at.getTime() - sprayingAlarm.windowSeconds * 1000);
	const failing = await countFailingNames(since, address);
	const spraying =
		failing.fromAddress >= sprayingAlarm.namesFromOneAddress ||
		failing.overall >= sprayingAlarm.namesOverall;
	if (!spraying || (await hasEventSince('spraying', since))) return;
	await recordSecurityEvent({
		id: deps.newId(),
		at,
		kind: 'spraying',
		accountId: null,
		nameDigest: null,
		address,
		device: ''
	});
}
