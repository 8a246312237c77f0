import type { CivilDate } from './civil-date';

/** Time is always handed in: the core never reads the machine's clock. */
export interface Clock {
	now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

const HOUR = 3_600_000;

/** 01:00 UTC on the last Sunday of a month of 31 days: when Europe changes its clocks (directive 2000/84/CE). */
function changeIn(year: number, month: number): number {
	const last = new Date(Date.UTC(year, month, 31, 1));
	return last.getTime() - last.getUTCDay() * 24 * HOUR;
}

/**
 * What the legal clock shows at an instant: Europe/Paris, whatever the machine's zone. From 1996 on,
 * when these rules began. By the rule and not by `Intl`, which takes a phone a tenth of a second to wake.
 */
export function parisTime(instant: Date): { date: CivilDate; hour: number; minute: number } {
	const at = instant.getTime();
	const year = instant.getUTCFullYear();
	const isSummer = at >= changeIn(year, 2) && at < changeIn(year, 9);
	const shown = new Date(at + (isSummer ? 2 : 1) * HOUR);
	return {
		date: shown.toISOString().slice(0, 10) as CivilDate,
		hour: shown.getUTCHours(),
		minute: shown.getUTCMinutes()
	};
}

/** The legal day of an instant. */
export const parisDate = (instant: Date): CivilDate => parisTime(instant).date;
