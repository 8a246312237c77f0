import { sql } from 'kysely';
import { db } from '../db';
import { accountsOfAgents } from '../identity';
import { bumpStreams } from '../sync';

/**
 * Marks these agents as changed for the phones of those who have an account, inside the transaction
 * that changes what their record shows.
 */
export async function stampAgents(agentIds: readonly string[]): Promise<void> {
	const accounts = await accountsOfAgents(agentIds);
	if (accounts.length === 0) return;
	const heads = await bumpStreams(accounts.map(({ id }) => `user:${id}` as const));
	const ids = accounts.map(({ agentId }) => agentId);
	const revs = accounts.map(({ id }) => heads.get(`user:${id}`)!);
	await sql`
		update agent set rev = stamp.rev
		from unnest(${ids}::uuid[], ${revs}::bigint[]) as stamp (id, rev)
		where agent.id = stamp.id`.execute(db());
}
