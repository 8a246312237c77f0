/** Requests, their deposits and their history. Whoever changes one locks it first. */
import type { SessionUser } from '$lib/core/identity';
import type { Answers, Correction, Hand, RequestAction, RequestState } from '$lib/core/mobility';
import { sql } from 'kysely';
import { db, prepared } from '../db';
import { findCampaign, type StoredCampaign } from './campaigns.repository';

const columns = [
	'id',
	'number',
	'campaign_id as campaignId',
	'account_id as accountId',
	'agent_id as agentId',
	'first_name as firstName',
	'last_name as lastName',
	'academie_code as academie',
	'state',
	'reached_at as reachedAt',
	'filed_at as filedAt',
	'answers',
	'voeux',
	'corrections',
	'initial_bareme as initial',
	'final_bareme as final'
] as const;

export const findRequest = (id: string) =>
	db().selectFrom('mobility_request').select(columns).where('id', '=', id).executeTakeFirst();

export type StoredRequest = NonNullable<Awaited<ReturnType<typeof findRequest>>>;

/** Held until the end of the unit of work, with the campaign it belongs to. */
export async function lockRequest(
	id: string
): Promise<{ request: StoredRequest; campaign: StoredCampaign } | null> {
	const query = db().selectFrom('mobility_request').modifyFront(prepared).select(columns);
	const request = await query.where('id', '=', id).forUpdate().executeTakeFirst();
	const campaign = request ? await findCampaign(request.campaignId) : null;
	return request && campaign ? { request, campaign } : null;
}

export interface NewRequest {
	readonly id: string;
	readonly campaignId: string;
	readonly user: Pick<SessionUser, 'id' | 'agentId' | 'academie' | 'firstName' | 'lastName'>;
	readonly at: Date;
}

/** The new request, or null when this person already has one in this campaign. */
export async function insertRequest({
	id,
	campaignId,
	user,
	at
}: NewRequest): Promise<StoredRequest | null> {
	const row = await db()
		.insertInto('mobility_request')
		.values({
			...{ id, campaign_id: campaignId, account_id: user.id, agent_id: user.agentId },
			first_name: user.firstName,
			last_name: user.lastName,
			academie_code: user.academie,
			state: 'brouillon',
			reached_at: at,
			filed_at: null,
			answers: '{}',
			voeux: '[]',
			initial_bareme: null,
			final_bareme: null
		})
		.onConflict((conflict) => conflict.doNothing())
		.returning(columns)
		.modifyEnd(prepared)
		.executeTakeFirst();
	return row ?? null;
}

export async function keepDeposit(
	id: string,
	deposit: { answers: Partial<Answers>; voeux: readonly string[]; at: Date }
): Promise<void> {
	await db()
		.updateTable('mobility_request')
		.set({
			answers: JSON.stringify(deposit.answers),
			voeux: JSON.stringify(deposit.voeux),
			filed_at: deposit.at
		})
		.where('id', '=', id)
		.modifyEnd(prepared)
		.execute();
}

export async function keepCorrections(id: string, corrections: readonly Correction[]) {
	await db()
		.updateTable('mobility_request')
		.set({ corrections: JSON.stringify(corrections) })
		.where('id', '=', id)
		.execute();
}

export interface Step {
	readonly action: RequestAction;
	readonly state: RequestState;
	readonly hand: Hand;
	readonly actorId: string | null;
	readonly note: string | null;
	readonly at: Date;
}

/** Writes the steps at the end of the history and the request's state as the last one leaves it. */
export async function recordSteps(id: string, steps: readonly Step[], rev: number): Promise<void> {
	const last = steps.at(-1)!;
	await sql`${prepared}
		insert into mobility_event (request_id, rank, at, action, state, hand, actor_id, note)
		select ${id}::uuid, (select count(*) from mobility_event where request_id = ${id}::uuid) + n, at,
			action, state, hand, actor_id, note
		from unnest(${steps.map(({ at }) => at)}::timestamptz[],
			${steps.map(({ action }) => action)}::text[], ${steps.map(({ state }) => state)}::text[],
			${steps.map(({ hand }) => hand)}::text[], ${steps.map(({ actorId }) => actorId)}::uuid[],
			${steps.map(({ note }) => note)}::text[])
			with ordinality as step (at, action, state, hand, actor_id, note, n)`.execute(db());
	await db()
		.updateTable('mobility_request')
		.set({ state: last.state, reached_at: last.at, version: sql`gen_random_uuid()`, rev })
		.where('id', '=', id)
		.modifyEnd(prepared)
		.execute();
}

/** Something of the request changed, not its state. */
export async function touchRequest(id: string, rev: number): Promise<void> {
	await db()
		.updateTable('mobility_request')
		.set({ version: sql`gen_random_uuid()`, rev })
		.where('id', '=', id)
		.execute();
}
