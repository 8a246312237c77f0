/**
 * Between an instant and what a clock on a wall shows. Every legal deadline is in Paris time; a
 * person overseas also reads it in theirs.
 */
import type { CivilDate } from '../shared';

export const PARIS = 'Europe/Paris';
const MINUTE = 60_000;

export interface WallTime {
	readonly date: CivilDate;
	/** Minutes since midnight. */
	readonly minutes: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
	let format = formats.get(zone);
	if (!format) {
		format = new Intl.DateTimeFormat('sv-SE', {
			timeZone: zone,
			dateStyle: 'short',
			timeStyle: 'short'
		});
		formats.set(zone, format);
	}
	return format;
}

export function wallTime(instant: Date, zone: string): WallTime {
	const text = formatOf(zone).format(instant);
	return {
		date: text.slice(0, 10) as CivilDate,
		minutes: Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16))
	};
}

const asUtc = ({ date, minutes }: WallTime) => Date.parse(`${date}T00:00:00Z`) + minutes * MINUTE;

/**
 * The instant at which that clock shows this. An hour that the clock skips is taken after the jump;
 * one that it shows twice, the first time.
 */
export function instantOf(wall: WallTime, zone: string): Date {
	const wanted = asUtc(wall);
	const offsetAt = (instant: number) => asUtc(wallTime(new Date(instant), zone)) - instant;
	const before = wanted - offsetAt(wanted - 24 * 60 * MINUTE);
	if (asUtc(wallTime(new Date(before), zone)) === wanted) return new Date(before);
	const after = wanted - offsetAt(wanted + 24 * 60 * MINUTE);
	return new Date(asUtc(wallTime(new Date(after), zone)) === wanted ? after : before);
}

/** 0 for Sunday. */
export const weekdayOf = (date: CivilDate): number => new Date(`${date}T00:00:00Z`).getUTCDay();
