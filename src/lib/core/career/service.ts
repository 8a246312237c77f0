/** Time that counts for advancement: calendar months, less the part of interruptions that does not count. */
import { add360, addDays, days360, earliest, latest, shift360, type CivilDate } from '../shared';

/** A break in service, dates included; `counted` is the share that counts, as the person says it. */
export interface Interruption {
	readonly from: CivilDate;
	readonly to: CivilDate;
	readonly counted: number;
}

/** Seniority on `on` in days of the 360-day year, from `already` held on `since`. */
export function seniorityOn(
	since: CivilDate,
	already: number,
	on: CivilDate,
	interruptions: readonly Interruption[]
): number {
	let days = already + days360(since, on);
	for (const { from, to, counted } of interruptions) {
		const start = latest(from, since);
		const end = earliest(addDays(to, 1), on);
		if (start < end) days -= (1 - counted) * days360(start, end);
	}
	return Math.max(0, Math.floor(days));
}

/** The day the seniority reaches `target`: the plain date, put back by the time that did not count. */
export function dateOfSeniority(
	since: CivilDate,
	already: number,
	target: number,
	interruptions: readonly Interruption[]
): CivilDate {
	const remaining = Math.max(0, target - already);
	let lost = 0;
	let date = add360(since, remaining);
	for (const { from, to, counted } of interruptions) {
		const start = latest(from, since);
		const end = addDays(to, 1);
		if (counted === 1 || end <= start) continue;
		if (date <= start) break;
		const whole = lost + (1 - counted) * days360(start, end);
		const after = shift360(since, Math.ceil(remaining + whole));
		// Complete before the interruption ends: only its first part is lost.
		if (counted > 0 && after <= end)
			return latest(date, shift360(start, Math.ceil(days360(start, date) / counted)));
		lost = whole;
		date = after;
	}
	return date;
}
