/**
 * The one thread of deadlines: the same functions on the phone and on the server, from the same
 * data, so that what the phone announces is what the server reminds of.
 */
import { addDays, type CivilDate } from '../shared';
import { instantOf, PARIS, wallTime, type WallTime } from './legal-time';
import { defaultReminderDays } from './reminder-days';
import { DAY_STARTS, previousAllowedDay, type QuietRules } from './quiet-hours';

export interface Deadline {
	/** Stable: reminders are counted under it. */
	readonly id: string;
	/** « Confirmation de demande » */
	readonly title: string;
	/** What to do, an infinitive: « signer et déposer ». */
	readonly action: string;
	readonly date: CivilDate;
	/** Minutes since midnight in Paris; null when the whole day counts. */
	readonly minutes: number | null;
	/** Page of the application where it is done. */
	readonly path: string;
	readonly done?: boolean;
	/** Its words are read in the application only. */
	readonly sensitive?: boolean;
}

/** Whom a published deadline concerns; a criterion left out concerns everybody. */
export interface Audience {
	readonly academies?: readonly string[];
	readonly departements?: readonly string[];
	readonly corps?: readonly string[];
	readonly disciplines?: readonly string[];
	readonly establishments?: readonly string[];
	readonly roles?: readonly string[];
}

export interface Person {
	readonly academie: string | null;
	readonly departement: string | null;
	readonly corps: string | null;
	readonly discipline: string | null;
	readonly uai: string | null;
	readonly role: string;
}

/** In the words that a calendar, a mail or a locked screen may show. */
export const toldOutside = (deadline: Deadline): Deadline =>
	deadline.sensitive
		? { ...deadline, title: 'Une échéance de votre dossier', action: 'La lire dans Carnet' }
		: deadline;

const allows = (list: readonly string[] | undefined, value: string | null): boolean =>
	list === undefined || (value !== null && list.includes(value));

export const concerns = (audience: Audience, person: Person): boolean =>
	allows(audience.academies, person.academie) &&
	allows(audience.departements, person.departement) &&
	allows(audience.corps, person.corps) &&
	allows(audience.disciplines, person.discipline) &&
	allows(audience.establishments, person.uai) &&
	allows(audience.roles, person.role);

const END_OF_DAY = 24 * 60 - 1;

export const deadlineInstant = ({ date, minutes }: Deadline): Date =>
	instantOf({ date, minutes: minutes ?? END_OF_DAY }, PARIS);

/** The same moment on the person's own clock, null where it is Paris time too. */
export function localTimeOf(deadline: Deadline, zone: string): WallTime | null {
	const instant = deadlineInstant(deadline);
	const [here, paris] = [wallTime(instant, zone), wallTime(instant, PARIS)];
	return here.date === paris.date && here.minutes === paris.minutes ? null : here;
}

/** What is still to come, soonest first. */
export const upcoming = (deadlines: readonly Deadline[], now: Date): Deadline[] =>
	deadlines
		.filter((deadline) => !deadline.done && deadlineInstant(deadline) > now)
		.sort((a, b) => deadlineInstant(a).getTime() - deadlineInstant(b).getTime());

export interface Reminder {
	readonly deadlineId: string;
	/** Days before: 0 on the day itself. */
	readonly days: number;
	readonly at: Date;
}

const MINUTE = 60_000;

/**
 * When to remind of a deadline, each time in the morning of the person's own clock. A day when
 * Carnet keeps silent is brought forward, never pushed beyond the deadline; the day itself speaks in
 * any case. Two reminders that would fall together are one, the most pressing.
 */
export function remindersOf(
	deadline: Deadline,
	rules: QuietRules,
	days: readonly number[] = defaultReminderDays
): Reminder[] {
	const end = deadlineInstant(deadline);
	const lastDay = wallTime(new Date(end.getTime() - MINUTE), rules.zone).date;
	const byDay = new Map<CivilDate, Reminder>();
	for (const before of [...days].sort((a, b) => b - a)) {
		const wanted = addDays(lastDay, -before);
		const day = before === 0 ? wanted : previousAllowedDay(wanted, rules);
		const at = instantOf({ date: day, minutes: DAY_STARTS }, rules.zone);
		if (at < end) byDay.set(day, { deadlineId: deadline.id, days: before, at });
	}
	return [...byDay.values()].sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** Those of a span of time, its start excluded and its end included: spans that follow miss none. */
export const remindersBetween = (
	deadlines: readonly Deadline[],
	rules: QuietRules,
	span: { readonly after: Date; readonly until: Date },
	days?: readonly number[]
): Reminder[] =>
	deadlines
		.filter(({ done }) => !done)
		.flatMap((deadline) => remindersOf(deadline, rules, days))
		.filter(({ at }) => at > span.after && at <= span.until);
