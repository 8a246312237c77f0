import type { Factor } from '$lib/core/identity';
import { db } from '../db';

/** Open sessions of an account, the most recent first; `id` is a digest, which opens nothing. */
export const listSessions = (accountId: string, now: Date) =>
	db()
		.selectFrom('session')
		.select(['id_hash as id', 'device', 'created_at', 'last_seen_at', 'factor'])
		.where('account_id', '=', accountId)
		.where('expires_at', '>', now)
		.orderBy('last_seen_at', 'desc')
		.execute();

export async function deleteSessionOf(accountId: string, id: string): Promise<boolean> {
	const row = await db()
		.deleteFrom('session')
		.where('account_id', '=', accountId)
		.where('id_hash', '=', id)
		.returning('id_hash')
		.executeTakeFirst();
	return row !== undefined;
}

export async function deleteSessionsBut(accountId: string, keptId: string): Promise<void> {
	await db()
		.deleteFrom('session')
		.where('account_id', '=', accountId)
		.where('id_hash', '!=', keptId)
		.execute();
}

export async function strengthenSession(
	id: string,
	proof: { factor: Factor; at: Date }
): Promise<void> {
	await db()
		.updateTable('session')
		.set({ factor: proof.factor, verified_at: proof.at })
		.where('id_hash', '=', id)
		.execute();
}
