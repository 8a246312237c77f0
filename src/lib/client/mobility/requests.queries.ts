/** Live reads of campaigns and filed requests. */
import {
	openCampaignEntity,
	requestFileEntity,
	type OpenCampaign,
	type RequestFile
} from '$lib/core/mobility';
import { bodiesOf, type LocalDatabase, type OutboxEntry } from '../db';
import { Live } from '../shared';

export const openCampaigns = (db: LocalDatabase): Live<OpenCampaign[]> =>
	new Live(() => bodiesOf(db, openCampaignEntity));

/** The person's requests, latest first; one that waits for its first deposit comes before all. */
export const myRequests = (db: LocalDatabase): Live<RequestFile[]> =>
	new Live(async () => {
		const rank = ({ number }: RequestFile) => (number === 0 ? Infinity : number);
		return (await bodiesOf(db, requestFileEntity)).sort((a, b) => rank(b) - rank(a));
	});

/** Acts that the server refused: nothing of them happened. */
export const refusedActs = (db: LocalDatabase): Live<OutboxEntry[]> =>
	new Live(() =>
		db.outbox
			.where({ state: 'attention' })
			.filter(({ type }) => type === requestFileEntity.type)
			.sortBy('ordinal')
	);
