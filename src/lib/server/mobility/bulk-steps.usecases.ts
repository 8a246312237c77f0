/** One step taken by every request of a campaign that is ready for it, in one transaction. */
import {
	advance,
	readWindows,
	transitions,
	type RequestAction,
	type RequestState
} from '$lib/core/mobility';
import type { SessionUser } from '$lib/core/identity';
import { appError, fail, ok, type Result } from '$lib/core/shared';
import { sql } from 'kysely';
import { db, unitOfWork } from '../db';
import { findCampaign } from './campaigns.repository';
import { tellStatus } from './manager-step';
import type { MobilityDeps } from './mobility-deps';

/** Steps that need nobody's eye on each file. */
export const bulkActions = ['arreter-le-bareme', 'passer-en-commission'] as const;
export type BulkAction = (typeof bulkActions)[number];

interface Move {
	readonly campaignId: string;
	readonly action: RequestAction;
	readonly from: RequestState;
	readonly to: RequestState;
	readonly by: string | null;
	readonly hand: 'gestionnaire' | 'system';
	readonly at: Date;
}

/** Accounts of the requests that moved. A barème nobody contested becomes final as it is. */
async function moveAll({ campaignId, action, from, to, by, hand, at }: Move): Promise<string[]> {
	// The stream first, then the request: the order in which owners take them too.
	const { rows } = await sql<{ accountId: string }>`
		with heads as (
			insert into sync_stream (stream, head)
			select 'user:' || account_id, 1 from mobility_request
			where campaign_id = ${campaignId}::uuid and state = ${from}
			order by 1
			on conflict (stream) do update set head = sync_stream.head + 1
			returning stream, head),
		moved as (
			update mobility_request r
			set state = ${to}, reached_at = ${at}, version = gen_random_uuid(), rev = h.head,
				final_bareme = coalesce(r.final_bareme, r.initial_bareme)
			from heads h
			where r.campaign_id = ${campaignId}::uuid and r.state = ${from}
				and h.stream = 'user:' || r.account_id
			returning r.id, r.account_id),
		told as (
			insert into mobility_event (request_id, rank, at, action, state, hand, actor_id, note)
			select id, (select count(*) + 1 from mobility_event e where e.request_id = moved.id),
				${at}, ${action}, ${to}, ${hand}, ${by}::uuid, null from moved)
		select account_id as "accountId" from moved`.execute(db());
	return rows.map(({ accountId }) => accountId);
}

export function takeBulkStep(
	command: { readonly user: SessionUser; readonly campaign: string; readonly action: BulkAction },
	deps: MobilityDeps
): Promise<Result<number>> {
	const { user, campaign: campaignId, action } = command;
	return unitOfWork(async () => {
		const campaign = await findCampaign(campaignId);
		if (campaign?.academie !== user.academie) return fail(appError('http.not-found', 'not-found'));
		const from = transitions[action].from[0]!;
		const at = deps.clock.now();
		const next = advance(from, action, 'gestionnaire', at, readWindows(campaign.windows));
		if (!next.ok) return next;
		const to = next.value;
		const hand = 'gestionnaire';
		const moved = await moveAll({ campaignId, action, from, to, by: user.id, hand, at });
		const { windows } = campaign;
		await tellStatus(moved, to, { windows, key: `mutation:${campaignId}:${action}` }, deps);
		return ok(moved.length);
	});
}

/** A confirmation nobody signed in time: the request is cancelled, and its owner told. */
export async function cancelUnsigned(deps: MobilityDeps): Promise<void> {
	const at = deps.clock.now();
	const campaigns = await db()
		.selectFrom('mobility_campaign')
		.select(['id', 'windows'])
		.where(sql<boolean>`(windows->'confirmation'->>'to')::timestamptz <= ${at}`)
		.execute();
	for (const { id: campaignId, windows } of campaigns) {
		await unitOfWork(async () => {
			const moved = await moveAll({
				...{ campaignId, action: 'constater-le-defaut-de-confirmation', at, by: null },
				...{ from: 'confirmation-a-signer', to: 'annulee', hand: 'system' }
			});
			const key = `mutation:${campaignId}:defaut`;
			if (moved.length > 0) await tellStatus(moved, 'annulee', { windows, key }, deps);
		});
	}
}
