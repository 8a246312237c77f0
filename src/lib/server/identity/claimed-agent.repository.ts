import { identifierStem } from '$lib/core/identity';
import { db } from '../db';
import { keyedDigest } from './keyed-digest';

/** The HR record that a NUMEN and a name claim together, or undefined. */
export async function findClaimedAgent(claim: { name: string; numenDigest: string }) {
	const agent = await db()
		.selectFrom('agent')
		.select(['id', 'academie_code', 'first_name', 'last_name', 'email', 'uai'])
		.where('numen_digest', '=', claim.numenDigest)
		.where('left_at', 'is', null)
		.executeTakeFirst();
	if (!agent?.email) return undefined;
	const stem = identifierStem(agent.first_name, agent.last_name);
	const named = claim.name === agent.email.toLowerCase() || claim.name.replace(/\d+$/, '') === stem;
	return named ? { ...agent, email: agent.email.toLowerCase() } : undefined;
}

export type ClaimedAgent = NonNullable<Awaited<ReturnType<typeof findClaimedAgent>>>;

export const findAgentById = (id: string) =>
	db()
		.selectFrom('agent')
		.select(['id', 'academie_code', 'first_name', 'last_name', 'email', 'uai'])
		.where('id', '=', id)
		.executeTakeFirst();

/** Since when this person is no longer in the académie's files, or null. */
export async function leftSince(agentId: string) {
	const row = await db()
		.selectFrom('agent')
		.select('left_at')
		.where('id', '=', agentId)
		.executeTakeFirst();
	return row?.left_at ?? null;
}

export const numenDigest = (numen: string) => keyedDigest('numen', numen);
