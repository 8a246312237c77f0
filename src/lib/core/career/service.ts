/** Time that counts for advancement: calendar months, less the part of interruptions that does not count. */
import { add360, addDays, days360, earliest, latest, type CivilDate } from '../shared';

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

/** The day the seniority reaches `target`. */
export function dateOfSeniority(
	since: CivilDate,
	already: number,
	target: number,
	interruptions: readonly Interruption[]
): CivilDate {
	let remaining = Math.max(0, target - already);
	let cursor = since;
	for (const { from, to, counted } of interruptions) {
		const start = latest(from, cursor);
		const end = addDays(to, 1);
		if (end <= start) continue;
		const before = days360(cursor, start);
		if (before >= remaining) break;
		remaining -= before;
		const during = counted * days360(start, end);
		if (during >= remaining) return add360(start, Math.ceil(remaining / counted));
		remaining -= during;
		cursor = end;
	}
	return add360(cursor, Math.ceil(remaining));
}
