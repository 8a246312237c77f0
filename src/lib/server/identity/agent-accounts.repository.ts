import { sql } from 'kysely';
import { db } from '../db';

/** The accounts of those of these agents who have one. */
export async function accountsOfAgents(
	agentIds: readonly string[]
): Promise<{ id: string; agentId: string }[]> {
	if (agentIds.length === 0) return [];
	const rows = await db()
		.selectFrom('account')
		.select(['id', 'agent_id'])
		.where('agent_id', '=', sql<string>`any(${agentIds}::uuid[])`)
		.execute();
	return rows.map(({ id, agent_id }) => ({ id, agentId: agent_id! }));
}
