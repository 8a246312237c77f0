/** The dates of open campaigns, for those whose request stands where they matter. */
import { deadlinesOfOpenCampaign, type RequestState } from '$lib/core/mobility';
import { db } from '../db';
import type { DeadlineSource } from '../notifications';

const ownersIn = async (campaignId: string, state: RequestState): Promise<string[]> => {
	const rows = await db()
		.selectFrom('mobility_request')
		.select('account_id')
		.where('campaign_id', '=', campaignId)
		.where('state', '=', state)
		.execute();
	return rows.map(({ account_id }) => account_id);
};

export const mobilityDeadlines: DeadlineSource = async ({ from, to }) => {
	const campaigns = await db().selectFrom('mobility_campaign').select(['id', 'windows']).execute();
	return campaigns.flatMap((campaign) =>
		deadlinesOfOpenCampaign(campaign)
			.filter(({ deadline: { date } }) => from <= date && date <= to)
			.map(({ deadline, state }) => ({ deadline, people: () => ownersIn(campaign.id, state) }))
	);
};
