import { accessFrom, type Access, type Role } from '$lib/core/identity';
import { findPerson } from './account.repository';
import { isUnblocked } from './access/unblock.repository';
import type { Client, IdentityDeps } from './client';
import { placeOf } from './country/place-of';
import { noteEvent } from './note-event';
import { warnOwner } from './warn-owner';

/**
 * What the place of the browser allows. Someone who has given this account's proof from abroad is
 * made known to its owner, refused or not.
 */
export async function accessOf(
	command: { account: { id: string; role: Role }; client: Client },
	deps: IdentityDeps
): Promise<Access> {
	const { account, client } = command;
	const byPlace = accessFrom(placeOf(client.address), account.role);
	if (byPlace === 'allow') return byPlace;
	const unblocked = byPlace === 'refuse' && (await isUnblocked(account.id, deps.clock.now()));
	const access = unblocked ? 'verify' : byPlace;
	const refused = access === 'refuse';
	await noteEvent(
		{ kind: refused ? 'foreign-refused' : 'foreign-sign-in', accountId: account.id, client },
		deps
	);
	const person = await findPerson(account.id);
	const what = refused
		? 'Une connexion à votre compte depuis l’étranger a été refusée.'
		: 'Votre compte a été demandé depuis l’étranger, avec l’une de vos preuves.';
	if (person) await warnOwner(person, what, deps.clock.now());
	return access;
}
