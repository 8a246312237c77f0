/** Composition: where the deadlines that Carnet reminds of come from. */
import { deadlineOfPersonal, personalDeadlineEntity } from '$lib/core/messages';
import { mobilityDeadlines } from './mobility';
import type { DeadlineSource } from './notifications';
import { everyPersonalRow } from './sync';

/** What people have written down for themselves. */
const personal: DeadlineSource = async ({ from, to }) =>
	(await everyPersonalRow(personalDeadlineEntity))
		.filter(({ body: { date, done } }) => !done && from <= date && date <= to)
		.map(({ accountId, body }) => ({
			deadline: deadlineOfPersonal(body),
			people: async () => [accountId]
		}));

export const deadlineSources: readonly DeadlineSource[] = [personal, mobilityDeadlines];
