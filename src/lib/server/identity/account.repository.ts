import type { PasswordMarks, Role } from '$lib/core/identity';
import { sql } from 'kysely';
import { db } from '../db';

const signInColumns = ['id', 'role', 'password_hash'] as const;

/** The account that answers to a name, identifier or academic address; disabled ones do not answer. */
export function findAccountByName(name: string) {
	return db()
		.selectFrom('account')
		.select(signInColumns)
		.where((row) => row.or([row('identifier', '=', name), row('email', '=', name)]))
		.where('disabled_at', 'is', null)
		.executeTakeFirst();
}

export type SignInAccount = NonNullable<Awaited<ReturnType<typeof findAccountByName>>>;

/** Identifiers already given that begin like this one. */
export async function takenIdentifiers(stem: string): Promise<ReadonlySet<string>> {
	const rows = await db()
		.selectFrom('account')
		.select('identifier')
		.where('identifier', 'like', `${stem}%`)
		.execute();
	return new Set(rows.map((row) => row.identifier));
}

/** What telling people something needs to know of them. */
export async function recipientsOf(
	ids: readonly string[]
): Promise<ReadonlyMap<string, { readonly academie: string; readonly email: string }>> {
	if (ids.length === 0) return new Map();
	const rows = await db()
		.selectFrom('account')
		.select(['id', 'academie_code as academie', 'email'])
		.where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
		.execute();
	return new Map(rows.map(({ id, ...recipient }) => [id, recipient]));
}

export interface NewAccount {
	readonly id: string;
	readonly academie: string;
	readonly agentId: string | null;
	readonly role: Role;
	readonly identifier: string;
	readonly email: string;
	readonly firstName: string;
	readonly lastName: string;
	readonly uai: string | null;
	readonly departement: string | null;
	readonly passwordHash: string | null;
}

export async function insertAccount(account: NewAccount): Promise<void> {
	await db()
		.insertInto('account')
		.values({
			id: account.id,
			academie_code: account.academie,
			agent_id: account.agentId,
			role: account.role,
			identifier: account.identifier,
			email: account.email.toLowerCase(),
			first_name: account.firstName,
			last_name: account.lastName,
			uai: account.uai,
			departement: account.departement,
			password_hash: account.passwordHash,
			password_marks: null,
			disabled_at: null
		})
		.execute();
}

const personColumns = [
	'id',
	'role',
	'identifier',
	'email',
	'first_name',
	'last_name',
	'agent_id',
	'password_hash',
	'recovery_email',
	'next_recovery_email',
	'next_recovery_at'
] as const;

/** The person behind an account that is not closed. */
export const findPerson = (id: string) =>
	db()
		.selectFrom('account')
		.select(personColumns)
		.where('id', '=', id)
		.where('disabled_at', 'is', null)
		.executeTakeFirst();

export type Person = NonNullable<Awaited<ReturnType<typeof findPerson>>>;

export const findAccountOfAgent = (agentId: string) =>
	db()
		.selectFrom('account')
		.select(personColumns)
		.where('agent_id', '=', agentId)
		.executeTakeFirst();

export async function setPassword(
	id: string,
	password: { hash: string; marks: PasswordMarks },
	at: Date
): Promise<void> {
	await db()
		.updateTable('account')
		.set({
			password_hash: password.hash,
			password_marks: JSON.stringify(password.marks),
			password_changed_at: at
		})
		.where('id', '=', id)
		.execute();
}

/** Every address where the owner may be warned, a replacement in waiting included. */
export const addressesOf = (person: Person): string[] =>
	[person.email, person.recovery_email, person.next_recovery_email].filter(
		(address) => address !== null
	);

/** Where recovery codes go at a given moment: the academic mailbox, and the address in force. */
export function recoveryAddressesOf(person: Person, now: Date): string[] {
	const replaced = person.next_recovery_at !== null && person.next_recovery_at <= now;
	const own = replaced ? person.next_recovery_email : person.recovery_email;
	return own ? [person.email, own] : [person.email];
}

/** Stops an account at once; an administrator opens it again. */
export async function closeAccount(id: string, at: Date): Promise<void> {
	await db().updateTable('account').set({ disabled_at: at }).where('id', '=', id).execute();
}

export const passwordStateOf = (id: string) =>
	db()
		.selectFrom('account')
		.select(['identifier', 'password_changed_at', 'password_marks', 'recovery_email'])
		.where('id', '=', id)
		.executeTakeFirstOrThrow();

/** Whose account it is, for the rooms that keep something of a person. */
export const accountBriefs = (ids: readonly string[]) =>
	db()
		.selectFrom('account')
		.select(['id', 'academie_code as academie', 'agent_id as agentId'])
		.select(['first_name as firstName', 'last_name as lastName'])
		.where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
		.execute();

export const accountBrief = async (id: string) => (await accountBriefs([id]))[0];

/** Anyone's, closed accounts included: an address is never given twice. */
export const findAnyAccountByEmail = (email: string) =>
	db().selectFrom('account').select('id').where('email', '=', email).executeTakeFirst();

/** Whose account it is, for rights, and the names it answers to. */
export async function scopeOfAccount(id: string) {
	const row = await db()
		.selectFrom('account')
		.select(['academie_code as academie', 'identifier', 'email'])
		.where('id', '=', id)
		.executeTakeFirst();
	return row && { ...row, accountId: id };
}

export const establishmentIn = (uai: string, academie: string) =>
	db()
		.selectFrom('establishment')
		.select('uai')
		.where('uai', '=', uai)
		.where('academie_code', '=', academie)
		.executeTakeFirst();

export async function setRecovery(id: string, address: string): Promise<void> {
	await db().updateTable('account').set({ recovery_email: address }).where('id', '=', id).execute();
}

/** A replacement whose day has come becomes the address in force before another one is set. */
export async function setNextRecovery(
	id: string,
	next: { address: string; from: Date } | null,
	now: Date
): Promise<void> {
	await db()
		.updateTable('account')
		.set({
			recovery_email: sql`case when next_recovery_at <= ${now} then next_recovery_email
				else recovery_email end`,
			next_recovery_email: next?.address ?? null,
			next_recovery_at: next?.from ?? null
		})
		.where('id', '=', id)
		.execute();
}
