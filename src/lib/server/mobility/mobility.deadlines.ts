/** What a campaign makes a person do by a date: sign their confirmation, contest their barème. */
import { PARIS, wallTime, type Deadline } from '$lib/core/notifications';
import type { RequestState, WindowName, WrittenWindows } from '$lib/core/mobility';
import { db } from '../db';
import type { DeadlineSource } from '../notifications';

interface Due {
	readonly window: WindowName;
	/** Those whose request stands there. */
	readonly state: RequestState;
	readonly title: string;
	readonly action: string;
}

const dues: readonly Due[] = [
	{
		window: 'confirmation',
		state: 'confirmation-a-signer',
		title: 'Confirmation de demande',
		action: 'La signer\u00a0: sans elle, la demande est annulée'
	},
	{
		window: 'contestation',
		state: 'bareme-initial',
		title: 'Contestation du barème initial',
		action: 'Le relire, et contester une ligne si elle est fausse'
	}
];

function deadlineOf(campaign: { id: string; windows: WrittenWindows }, due: Due): Deadline | null {
	const closing = campaign.windows[due.window].to;
	if (!closing) return null;
	const { title, action, window } = due;
	return {
		...{ id: `mutation:${campaign.id}:${window}`, title, action, path: '/mutation/demande' },
		...wallTime(new Date(closing), PARIS)
	};
}

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
		dues.flatMap((due) => {
			const deadline = deadlineOf(campaign, due);
			if (!deadline || deadline.date < from || deadline.date > to) return [];
			return [{ deadline, people: () => ownersIn(campaign.id, due.state) }];
		})
	);
};
