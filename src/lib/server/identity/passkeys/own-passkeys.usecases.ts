/** A person adds or removes their own passkeys, having just proven who they are. */
import { isStaff, type SessionUser } from '$lib/core/identity';
import { appError, fail, ok, type Result } from '$lib/core/shared';
import { unitOfWork } from '../../db';
import { findPerson, type Person } from '../account.repository';
import type { Client, IdentityDeps } from '../client';
import { noteEvent } from '../note-event';
import { countRecoveryCodes, makeRecoveryCodes } from '../recovery-codes.repository';
import { isProtected, secondFactorsOf } from '../second-factors';
import { warnOwner } from '../warn-owner';
import {
	creationOptions,
	verifyCreation,
	type CreationOptions,
	type Registration
} from './ceremony';
import { keepChallenge, takeChallenge, type Ceremony, type PasskeyDeps } from './challenge';
import { deletePasskey, findPasskey, insertPasskey, listPasskeys } from './passkeys.repository';

const LONGEST_LABEL = 60;
const refused = () => fail(appError('identity.passkey-refused', 'validation'));

export const ownPasskeys = (user: SessionUser) => listPasskeys(user.id);

export async function creationFor(
	person: Person,
	deps: PasskeyDeps
): Promise<Ceremony<CreationOptions>> {
	const { id, identifier, first_name: firstName, last_name: lastName } = person;
	const owner = { id, identifier, name: `${firstName} ${lastName}` };
	const options = await creationOptions(deps.env.origin, owner, await listPasskeys(id));
	return keepChallenge(options, id, deps);
}

export interface NewPasskeyCommand {
	readonly token: string | null;
	readonly response: Registration;
	/** How the person will recognise it; the name of the device by default. */
	readonly label: string;
	readonly client: Client;
}

/** Verifies the ceremony and keeps the key; to be called inside a unit of work. */
export async function keepPasskey(
	person: Person,
	command: NewPasskeyCommand,
	deps: PasskeyDeps
): Promise<Result<{ id: string }>> {
	const { response, client } = command;
	const taken = await takeChallenge(command.token, deps);
	if (!taken.ok) return taken;
	const { flow, challenge } = taken.value;
	if (flow.account_id !== person.id) return refused();
	const key = await verifyCreation(response, challenge, deps.env.origin);
	if (!key || (await findPasskey(key.id))) return refused();
	const at = deps.clock.now();
	await insertPasskey({
		id: key.id,
		accountId: person.id,
		publicKey: key.publicKey,
		counter: key.counter,
		transports: key.transports ?? [],
		label: command.label.trim().slice(0, LONGEST_LABEL) || client.device,
		at
	});
	await noteEvent({ kind: 'passkey-added', accountId: person.id, client }, deps);
	await warnOwner(person, 'Une clé d’accès a été ajoutée à votre compte.', at);
	return ok({ id: key.id });
}

export async function startPasskey(
	command: { user: SessionUser },
	deps: PasskeyDeps
): Promise<Result<Ceremony<CreationOptions>>> {
	const person = await findPerson(command.user.id);
	return person ? ok(await creationFor(person, deps)) : refused();
}

/** Spare codes come with the first second factor, so that a lost device is not a lost account. */
export const addPasskey = (
	command: NewPasskeyCommand & { user: SessionUser },
	deps: PasskeyDeps
): Promise<Result<{ id: string; recoveryCodes: string[] }>> =>
	unitOfWork(async () => {
		const person = await findPerson(command.user.id);
		if (!person) return refused();
		const kept = await keepPasskey(person, command, deps);
		if (!kept.ok) return kept;
		const missing = (await countRecoveryCodes(person.id)) === 0;
		return ok({ ...kept.value, recoveryCodes: missing ? await makeRecoveryCodes(person.id) : [] });
	});

export async function removePasskey(
	command: { user: SessionUser; id: string; client: Client },
	deps: IdentityDeps
): Promise<Result<void>> {
	const { user, id, client } = command;
	return unitOfWork(async () => {
		const factors = await secondFactorsOf(user);
		const left = { ...factors, passkeys: factors.passkeys - 1 };
		if (isStaff(user.role) && !isProtected(left)) {
			return fail(appError('identity.last-factor', 'conflict'));
		}
		if (!(await deletePasskey(id, user.id))) {
			return fail(appError('identity.unknown-passkey', 'not-found'));
		}
		await noteEvent({ kind: 'passkey-removed', accountId: user.id, client }, deps);
		const person = await findPerson(user.id);
		const what = 'Une clé d’accès a été retirée de votre compte.';
		if (person) await warnOwner(person, what, deps.clock.now());
		return ok(undefined);
	});
}
