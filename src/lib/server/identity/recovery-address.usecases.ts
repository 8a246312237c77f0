/**
 * The address outside the académie where recovery codes also go. It is confirmed by a code; the first
 * one holds at once, a replacement after a week, during which its owner, told everywhere, can object.
 */
import type { SessionUser } from '$lib/core/identity';
import { appError, fail, ok, type Result } from '$lib/core/shared';
import * as v from 'valibot';
import { unitOfWork } from '../db';
import { enqueue } from '../jobs';
import { findPerson, setNextRecovery, setRecovery } from './account.repository';
import type { Client, IdentityDeps } from './client';
import { openFlow, redeemCode } from './flow.usecases';
import { useFlow } from './flows.repository';
import { codeQueue } from './identity.jobs';
import { noteEvent } from './note-event';
import { warnOwner } from './warn-owner';

const WEEK_MS = 7 * 24 * 3600 * 1000;
const addressSchema = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.email(), v.maxLength(254));

export interface RecoveryAddress {
	/** The one in force, partly hidden; null when there is none. */
	readonly current: string | null;
	readonly next: { readonly address: string; readonly from: Date } | null;
}

/** `a…@poste.example`: recognised by its owner, of no use over their shoulder. */
const hidden = (address: string) => address.replace(/^(.)[^@]*/, '$1…');

export async function recoveryAddressOf(
	command: { user: SessionUser },
	deps: IdentityDeps
): Promise<RecoveryAddress> {
	const person = await findPerson(command.user.id);
	const { recovery_email: own, next_recovery_email: next, next_recovery_at: from } = person ?? {};
	const replaced = next && from && from <= deps.clock.now();
	const current = (replaced ? next : own) ?? null;
	return {
		current: current && hidden(current),
		next: next && from && !replaced ? { address: hidden(next), from } : null
	};
}

/** Sends a code to the address given, and warns the owner everywhere else. */
export async function startRecoveryAddress(
	command: { user: SessionUser; address: string; client: Client },
	deps: IdentityDeps
): Promise<Result<{ token: string }>> {
	const { user, client } = command;
	const parsed = v.safeParse(addressSchema, command.address);
	const person = await findPerson(user.id);
	if (!person || !parsed.success) return fail(appError('identity.invalid-address', 'validation'));
	const domainOf = (address: string) => address.split('@')[1];
	if (domainOf(parsed.output) === domainOf(person.email)) {
		return fail(appError('identity.same-mailbox', 'validation'));
	}
	return unitOfWork(async () => {
		const data = { address: parsed.output };
		const flow = { purpose: 'recovery-address' as const, data, accountId: user.id };
		const { id, token } = await openFlow(flow, deps);
		await enqueue(codeQueue, { flow: id });
		await noteEvent({ kind: 'recovery-address-asked', accountId: user.id, client }, deps);
		const what = 'Une adresse de secours a été donnée pour votre compte.';
		await warnOwner(person, what, deps.clock.now());
		return ok({ token });
	});
}

export async function confirmRecoveryAddress(
	command: { user: SessionUser; token: string | null; code: string; client: Client },
	deps: IdentityDeps
): Promise<Result<void>> {
	const { user, token, code, client } = command;
	const redeemed = await redeemCode({ token, purpose: 'recovery-address', code }, deps);
	if (!redeemed.ok) return redeemed;
	const flow = redeemed.value;
	const address = flow.data['address'];
	const at = deps.clock.now();
	return unitOfWork(async () => {
		const person = await findPerson(user.id);
		const holds = person && address && flow.account_id === user.id && (await useFlow(flow.id, at));
		if (!holds) return fail(appError('identity.flow-expired', 'validation'));
		if (person.recovery_email === null) await setRecovery(user.id, address);
		else {
			const from = new Date(at.getTime() + WEEK_MS);
			await setNextRecovery(user.id, { address, from }, at);
		}
		await noteEvent({ kind: 'recovery-address-changed', accountId: user.id, client }, deps);
		const what =
			person.recovery_email === null
				? 'Une adresse de secours est confirmée pour votre compte.'
				: 'Une nouvelle adresse de secours prendra effet dans sept jours. Vous pouvez vous y opposer dans Sécurité.';
		await warnOwner({ ...person, next_recovery_email: address }, what, at);
		return ok(undefined);
	});
}

/** The owner objects to the replacement. */
export async function cancelNextRecovery(
	command: { user: SessionUser; client: Client },
	deps: IdentityDeps
): Promise<void> {
	const { user, client } = command;
	const at = deps.clock.now();
	await unitOfWork(async () => {
		const person = await findPerson(user.id);
		await setNextRecovery(user.id, null, at);
		await noteEvent({ kind: 'recovery-address-kept', accountId: user.id, client }, deps);
		const what = 'Le changement d’adresse de secours a été annulé.';
		if (person) await warnOwner(person, what, at);
	});
}
