import { sql } from 'kysely';
import { db } from '../db';

export const findTotp = (accountId: string) =>
	db()
		.selectFrom('totp')
		.select(['secret', 'confirmed_at', 'last_counter'])
		.where('account_id', '=', accountId)
		.executeTakeFirst();

/** Keeps the secret already waiting for its first code, if there is one. */
export async function insertPendingTotp(accountId: string, secret: string): Promise<void> {
	await db()
		.insertInto('totp')
		.values({ account_id: accountId, secret, confirmed_at: null })
		.onConflict((row) => row.column('account_id').doNothing())
		.execute();
}

/** Accepts a time step once: true for the first code of that step only. */
export async function acceptTotpStep(accountId: string, counter: number): Promise<boolean> {
	const row = await db()
		.updateTable('totp')
		.set({ last_counter: counter })
		.where('account_id', '=', accountId)
		.where('last_counter', '<', counter)
		.returning('account_id')
		.executeTakeFirst();
	return row !== undefined;
}

export async function confirmTotp(accountId: string, at: Date): Promise<void> {
	await db()
		.updateTable('totp')
		.set({ confirmed_at: sql`coalesce(confirmed_at, ${at})` })
		.where('account_id', '=', accountId)
		.execute();
}

export async function deleteTotp(accountId: string): Promise<void> {
	await db().deleteFrom('totp').where('account_id', '=', accountId).execute();
}
