import type { AgentRecord } from '$lib/core/institution';
import type { SessionUser } from '$lib/core/identity';
import { sql } from 'kysely';
import { db } from '../db';
import { agentSource } from './institution.sync';

/** The record of one person, as their own phone receives it. */
export async function recordOf(agentId: string): Promise<AgentRecord | null> {
	const asOwner = { agentId } as SessionUser;
	const rows = agentSource.rows(`user:${agentId}`, asOwner);
	const found = await sql<{ body: AgentRecord }>`select body from (${rows}) as record`.execute(
		db()
	);
	return found.rows[0]?.body ?? null;
}
