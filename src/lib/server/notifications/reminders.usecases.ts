/**
 * Reminders of deadlines. Invariant: the spans of time looked at follow one another without hole or
 * overlap, whatever instance looks and however long the server was off: the end of the last one is a
 * row, locked while the next is worked out. A reminder's key makes a repeat harmless as well.
 */
import {
	deadlineInstant,
	defaultReminderDays,
	morningIn,
	remindersBetween,
	toldOutside,
	type Deadline,
	type NotificationSettings
} from '$lib/core/notifications';
import { addDays, parisDate, type CivilDate, type Clock } from '$lib/core/shared';
import { clockZones } from '$lib/data/notifications';
import { unitOfWork } from '../db';
import { recipientsOf } from '../identity';
import { settingsOf } from './notifications.sync';
import { notify } from './notify.usecases';
import { quietRules, type RulesFor } from './quiet-rules';
import { moveReminderClock } from './reminders.repository';

/** A deadline that a room knows, and the accounts it concerns. */
export interface KnownDeadline {
	readonly deadline: Deadline;
	people(): Promise<readonly string[]>;
}

/** What a room hands in: its deadlines of these days that are not done; for one account only, or all. */
export type DeadlineSource = (
	days: { readonly from: CivilDate; readonly to: CivilDate },
	only: string | null
) => Promise<readonly KnownDeadline[]>;

interface Span {
	readonly after: Date;
	readonly until: Date;
	readonly rulesOf: RulesFor;
}

/** The longest choice of a reminder, and the longest holidays it can be brought forward by. */
const FARTHEST_DAYS = 30 + 75;

/** Gives the reminders due since the last time, and tells how many. */
export const remind = (
	{ sources }: { sources: readonly DeadlineSource[] },
	deps: { clock: Clock }
): Promise<number> =>
	unitOfWork(async () => {
		const until = deps.clock.now();
		const after = await moveReminderClock(until);
		// Reminders are given in the morning: most of the time nowhere is one.
		if (after === null || !clockZones.some((zone) => morningIn({ after, until }, zone))) return 0;
		const rulesOf = await quietRules();
		const from = parisDate(after);
		const days = { from: addDays(from, -1), to: addDays(parisDate(until), FARTHEST_DAYS) };
		let told = 0;
		for (const source of sources) {
			for (const known of await source(days, null))
				told += await remindOf(known, { after, until, rulesOf }, deps);
		}
		return told;
	});

async function remindOf(
	{ deadline, people }: KnownDeadline,
	span: Span,
	deps: { clock: Clock }
): Promise<number> {
	if (deadlineInstant(deadline) <= span.until) return 0;
	const accountIds = await people();
	const recipients = await recipientsOf(accountIds);
	const settings = await settingsOf(accountIds);
	// Few different rules, many people: each is worked out once.
	const groups = Map.groupBy(accountIds, (id) => {
		const { quiet, reminderDays } = settings.get(id) ?? {};
		return JSON.stringify([recipients.get(id)?.academie ?? '', { quiet, reminderDays }]);
	});
	let told = 0;
	for (const [key, to] of groups) {
		const days = daysDue(deadline, span, key);
		if (days !== null) told += await tell(deadline, days, to, deps);
	}
	return told;
}

/** After a server was off, only the most pressing of what was missed is still worth saying. */
function daysDue(deadline: Deadline, { rulesOf, ...span }: Span, key: string): number | null {
	const [academie, settings] = JSON.parse(key) as [string, NotificationSettings];
	const days = settings.reminderDays ?? defaultReminderDays;
	const due = remindersBetween([deadline], rulesOf(academie, settings), span, days);
	return due.at(-1)?.days ?? null;
}

const tell = (
	deadline: Deadline,
	days: number,
	to: readonly string[],
	deps: { clock: Clock }
): Promise<number> => {
	const { id, date, title, action, path } = toldOutside(deadline);
	return notify(
		{
			kind: 'deadline-reminder',
			// With its date: a deadline that is moved is announced again.
			key: `deadline:${id}:${date}:${days}`,
			to,
			data: { deadline: id, title, action, days, path }
		},
		deps
	);
};
