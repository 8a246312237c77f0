import { identifierStem, nextIdentifier, type Role } from '$lib/core/identity';
import { appError, fail, ok, type Result } from '$lib/core/shared';
import { sendMail } from '../../mail';
import { findAnyAccountByEmail, insertAccount, takenIdentifiers } from '../account.repository';
import type { IdentityDeps } from '../client';

export interface NewPerson {
	readonly role: Role;
	readonly academie: string;
	readonly firstName: string;
	readonly lastName: string;
	readonly email: string;
	readonly uai: string | null;
	readonly departement: string | null;
}

/**
 * Opens an account without a password and invites its owner, inside a unit of work. The password is
 * chosen through the recovery flow, whose code proves the mailbox.
 */
export async function createAccount(
	person: NewPerson,
	deps: IdentityDeps
): Promise<Result<{ id: string; identifier: string }>> {
	const email = person.email.toLowerCase();
	if (await findAnyAccountByEmail(email)) {
		return fail(appError('identity.account-exists', 'conflict'));
	}
	const stem = identifierStem(person.firstName, person.lastName);
	const identifier = nextIdentifier(stem, await takenIdentifiers(stem));
	const id = deps.newId();
	await insertAccount({ ...person, id, identifier, email, agentId: null, passwordHash: null });
	await sendMail({ template: 'invitation', to: email, data: { identifier } });
	return ok({ id, identifier });
}
