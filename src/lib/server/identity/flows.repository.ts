import { flowRules, type FlowPurpose } from '$lib/core/identity';
import { sql } from 'kysely';
import { createHash } from 'node:crypto';
import { db } from '../db';

/** Holds the steps of one proof together; opens nothing by itself. */
export const flowCookie = {
	nameOf: (purpose: FlowPurpose) => `__Host-parcours-${purpose}`,
	options: {
		path: '/',
		secure: true,
		httpOnly: true,
		sameSite: 'lax',
		maxAge: flowRules.lifetimeSeconds
	}
} as const;

const tokenHash = (token: string) => createHash('sha256').update(token).digest('hex');

export interface NewFlow {
	readonly id: string;
	readonly token: string;
	readonly purpose: FlowPurpose;
	readonly data: Readonly<Record<string, string>>;
	readonly accountId: string | null;
	readonly at: Date;
}

export async function insertFlow(flow: NewFlow): Promise<void> {
	await db()
		.insertInto('proof_flow')
		.values({
			id: flow.id,
			token_hash: tokenHash(flow.token),
			purpose: flow.purpose,
			data: JSON.stringify(flow.data),
			account_id: flow.accountId,
			agent_id: null,
			created_at: flow.at,
			expires_at: new Date(flow.at.getTime() + flowRules.lifetimeSeconds * 1000),
			code_digest: null,
			proven_at: null,
			used_at: null
		})
		.execute();
}

const columns = [
	'id',
	'purpose',
	'data',
	'account_id',
	'agent_id',
	'code_digest',
	'proven_at'
] as const;

/** The flow a cookie holds, while it can still lead somewhere. */
export const findFlow = (token: string, purpose: FlowPurpose, now: Date) =>
	db()
		.selectFrom('proof_flow')
		.select(columns)
		.where('token_hash', '=', tokenHash(token))
		.where('purpose', '=', purpose)
		.where('expires_at', '>', now)
		.where('used_at', 'is', null)
		.executeTakeFirst();

export const findFlowById = (id: string, now: Date) =>
	db()
		.selectFrom('proof_flow')
		.select(columns)
		.where('id', '=', id)
		.where('expires_at', '>', now)
		.where('used_at', 'is', null)
		.executeTakeFirst();

export type Flow = NonNullable<Awaited<ReturnType<typeof findFlow>>>;

export async function nameFlow(
	id: string,
	person: { accountId: string | null; agentId: string | null; codeDigest: string }
): Promise<void> {
	await db()
		.updateTable('proof_flow')
		.set({
			account_id: person.accountId,
			agent_id: person.agentId,
			code_digest: person.codeDigest
		})
		.where('id', '=', id)
		.execute();
}

/** Spends one try before the code is compared: tries sent together cannot all pass. */
export async function spendTry(id: string): Promise<boolean> {
	const row = await db()
		.updateTable('proof_flow')
		.set({ code_tries: sql`code_tries + 1` })
		.where('id', '=', id)
		.where('code_tries', '<', flowRules.codeTries)
		.where('proven_at', 'is', null)
		.returning('id')
		.executeTakeFirst();
	return row !== undefined;
}

/** True for one caller only, however many give the right code at the same time. */
export async function proveFlow(id: string, at: Date): Promise<boolean> {
	const row = await db()
		.updateTable('proof_flow')
		.set({ proven_at: at })
		.where('id', '=', id)
		.where('proven_at', 'is', null)
		.returning('id')
		.executeTakeFirst();
	return row !== undefined;
}

/** Goes on in another browser: from now on, that one alone. */
export async function moveFlow(id: string, token: string): Promise<void> {
	await db()
		.updateTable('proof_flow')
		.set({ token_hash: tokenHash(token) })
		.where('id', '=', id)
		.execute();
}

/** True for one caller only: a flow does what it was for once. */
export async function useFlow(id: string, at: Date): Promise<boolean> {
	const row = await db()
		.updateTable('proof_flow')
		.set({ used_at: at })
		.where('id', '=', id)
		.where('used_at', 'is', null)
		.returning('id')
		.executeTakeFirst();
	return row !== undefined;
}

export async function forgetFlowsBefore(date: Date): Promise<void> {
	await db().deleteFrom('proof_flow').where('expires_at', '<', date).execute();
}
