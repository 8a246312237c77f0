/** Composition: where the deadlines that Carnet reminds of, and puts in calendars, come from. */
import {
	deadlineOfPersonal,
	deadlinesOfCircular,
	personalDeadlineEntity
} from '$lib/core/messages';
import type { Deadline } from '$lib/core/notifications';
import { addDays, parisDate, type Clock } from '$lib/core/shared';
import { publishedDeadlines } from '$lib/data/messages';
import { circularsSettingDates, everyConcerned, recipientsOfCircular } from './messages';
import { documentsDeadlines } from './documents';
import { mobilityDeadlines } from './mobility';
import type { DeadlineSource } from './notifications';
import { everyPersonalRow } from './sync';

/** What people have written down for themselves. */
const personal: DeadlineSource = async ({ from, to }, only) =>
	(await everyPersonalRow(personalDeadlineEntity, only))
		.filter(({ body: { date, done } }) => !done && from <= date && date <= to)
		.map(({ accountId, body }) => ({
			deadline: deadlineOfPersonal(body),
			people: async () => [accountId]
		}));

/** Dates that circulars set, for those who received them. */
const circulars: DeadlineSource = async (days, only) =>
	(await circularsSettingDates(days)).flatMap(({ id, deadlines }) =>
		deadlinesOfCircular({ id, deadlines, correctedBy: null }).map((deadline) => ({
			deadline,
			people: () => recipientsOfCircular(id, only)
		}))
	);

/** Dates that campaigns publish, for those they concern. */
const campaigns: DeadlineSource = async ({ from, to }, only) =>
	publishedDeadlines
		.filter(({ deadline: { date } }) => from <= date && date <= to)
		.map(({ deadline, audience }) => ({
			deadline,
			people: () => everyConcerned(audience, only)
		}));

export const deadlineSources: readonly DeadlineSource[] = [
	personal,
	circulars,
	campaigns,
	mobilityDeadlines,
	documentsDeadlines
];

/** Far enough back for a calendar to keep what has just passed, and a year ahead. */
const [BEHIND, AHEAD] = [60, 400];

/** One person's thread of deadlines, for their calendar. */
export async function deadlinesFor(
	accountId: string,
	{ clock }: { clock: Clock }
): Promise<Deadline[]> {
	const today = parisDate(clock.now());
	const days = { from: addDays(today, -BEHIND), to: addDays(today, AHEAD) };
	const found: Deadline[] = [];
	for (const source of deadlineSources) {
		for (const { deadline, people } of await source(days, accountId)) {
			if ((await people()).includes(accountId)) found.push(deadline);
		}
	}
	return found;
}
