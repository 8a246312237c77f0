/**
 * A person's one thread of deadlines: what campaigns publish for people like them, what circulars they
 * received set, where their own requests stand, until when their papers are valid, what they wrote down. The phone shows it and the server reminds of it, from the same data.
 */
import { renewalsOf } from '../documents';
import { deadlinesOfOpenCampaign, type OpenCampaign, type RequestFile } from '../mobility';
import { concerns, type Deadline, type Person } from '../notifications';
import type { PublishedDeadline } from './campaign-deadlines';
import { deadlinesOfCircular, type Circular } from './circular';
import { deadlineOfPersonal, type PersonalDeadline } from './personal-deadline';

export interface DeadlineFacts {
	readonly person: Person;
	readonly published: readonly PublishedDeadline[];
	readonly circulars: readonly Pick<Circular, 'id' | 'deadlines' | 'correctedBy'>[];
	/** Open campaigns, and the person's own requests in them. */
	readonly campaigns: readonly Pick<OpenCampaign, 'id' | 'windows'>[];
	readonly requests: readonly Pick<RequestFile, 'campaign' | 'state'>[];
	readonly pieces: Parameters<typeof renewalsOf>[0];
	readonly personal: readonly PersonalDeadline[];
}

const deadlinesOfRequests = (
	campaign: DeadlineFacts['campaigns'][number],
	requests: DeadlineFacts['requests']
): Deadline[] =>
	deadlinesOfOpenCampaign(campaign)
		.filter(({ state }) =>
			requests.some((request) => request.campaign === campaign.id && request.state === state)
		)
		.map(({ deadline }) => deadline);

export const deadlineThread = (facts: DeadlineFacts): Deadline[] => [
	...facts.published
		.filter(({ audience }) => concerns(audience, facts.person))
		.map(({ deadline }) => deadline),
	...facts.circulars.flatMap(deadlinesOfCircular),
	...facts.campaigns.flatMap((campaign) => deadlinesOfRequests(campaign, facts.requests)),
	...renewalsOf(facts.pieces),
	...facts.personal.map(deadlineOfPersonal)
];
