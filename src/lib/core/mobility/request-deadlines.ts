/** What a campaign makes a person do by a date: sign their confirmation, contest their barème. */
import { PARIS, wallTime, type Deadline } from '../notifications';
import type { OpenCampaign, WindowName } from './open-campaign';
import type { RequestState } from './request-status';

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

export interface RequestDeadline {
	/** Of the requests it is a deadline for. */
	readonly state: RequestState;
	readonly deadline: Deadline;
}

export const deadlinesOfOpenCampaign = ({
	id,
	windows
}: Pick<OpenCampaign, 'id' | 'windows'>): RequestDeadline[] =>
	dues.flatMap(({ window, state, title, action }) => {
		const closing = windows[window].to;
		if (!closing) return [];
		const about = { id: `mutation:${id}:${window}`, title, action, path: '/mutation/demande' };
		return [{ state, deadline: { ...about, ...wallTime(new Date(closing), PARIS) } }];
	});
