/** When Carnet keeps silent: from 19:00 to 7:30, at weekends and during school holidays. */
import { addDays, type CivilDate } from '../shared';
import { instantOf, wallTime, weekdayOf } from './legal-time';

export interface Holiday {
	/** First and last days without school. */
	readonly from: CivilDate;
	readonly to: CivilDate;
}

export interface QuietRules {
	/** Where the person's clock is. */
	readonly zone: string;
	readonly holidays: readonly Holiday[];
	/** The person has switched them off. */
	readonly off?: boolean;
}

export const DAY_STARTS = 7 * 60 + 30;
export const DAY_ENDS = 19 * 60;
/** Longer than any holiday: what is beyond is a mistake in the data, not a reason to keep silent. */
const LONGEST_SILENCE_DAYS = 75;

export function isQuietDay(date: CivilDate, rules: QuietRules): boolean {
	const weekday = weekdayOf(date);
	if (weekday === 0 || weekday === 6) return true;
	return rules.holidays.some(({ from, to }) => from <= date && date <= to);
}

export function isQuiet(instant: Date, rules: QuietRules): boolean {
	if (rules.off) return false;
	const { date, minutes } = wallTime(instant, rules.zone);
	return minutes < DAY_STARTS || minutes >= DAY_ENDS || isQuietDay(date, rules);
}

/** This instant, or the morning of the next day when Carnet may speak. */
export function nextAllowed(instant: Date, rules: QuietRules): Date {
	if (!isQuiet(instant, rules)) return instant;
	const { date, minutes } = wallTime(instant, rules.zone);
	let day = minutes < DAY_STARTS ? date : addDays(date, 1);
	for (let n = 0; n < LONGEST_SILENCE_DAYS && isQuietDay(day, rules); n++) day = addDays(day, 1);
	return instantOf({ date: day, minutes: DAY_STARTS }, rules.zone);
}

/** Whether a morning begins there in this span of time, its start excluded and its end included. */
export function morningIn(
	span: { readonly after: Date; readonly until: Date },
	zone: string
): boolean {
	const { date } = wallTime(span.until, zone);
	return [date, addDays(date, -1)].some((day) => {
		const morning = instantOf({ date: day, minutes: DAY_STARTS }, zone);
		return morning > span.after && morning <= span.until;
	});
}

/** This day, or the nearest earlier one when Carnet may speak. */
export function previousAllowedDay(date: CivilDate, rules: QuietRules): CivilDate {
	if (rules.off) return date;
	let day = date;
	for (let n = 0; n < LONGEST_SILENCE_DAYS && isQuietDay(day, rules); n++) day = addDays(day, -1);
	return day;
}
