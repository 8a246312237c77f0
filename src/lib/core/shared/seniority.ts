/**
 * Administrative seniority: months of 30 days and years of 360, as the rules on reclassement count.
 * Distinct from calendar durations, which `civil-date` gives.
 */
import { addDays, addMonths, dateFrom, daysInMonth, partsOf, type CivilDate } from './civil-date';

export interface Seniority {
	readonly ans: number;
	readonly mois: number;
	readonly jours: number;
}

/** Days from `from` (included) to `to` (excluded), each month counted as 30 days. */
export function days360(from: CivilDate, to: CivilDate): number {
	const a = partsOf(from);
	const b = partsOf(to);
	return (
		(b.year - a.year) * 360 + (b.month - a.month) * 30 + (Math.min(b.day, 30) - Math.min(a.day, 30))
	);
}

export const seniorityDays = ({ ans, mois, jours }: Seniority): number =>
	ans * 360 + mois * 30 + jours;

/** @param days whole days of the 360-day year, not negative */
export function seniorityFromDays(days: number): Seniority {
	return { ans: Math.floor(days / 360), mois: Math.floor((days % 360) / 30), jours: days % 30 };
}

/** The date on which `days` of the 360-day year have gone by: whole months first, then days. */
export function add360(date: CivilDate, days: number): CivilDate {
	const months = Math.floor(days / 30);
	const later = months === 0 ? date : addMonths(date, months);
	const rest = days - months * 30;
	return rest === 0 ? later : addDays(later, rest);
}

/** The date `days` further in the 360-day year itself: keeps order where months and days are mixed. */
export function shift360(date: CivilDate, days: number): CivilDate {
	const { year, month, day } = partsOf(date);
	const index = year * 360 + (month - 1) * 30 + Math.min(day, 30) - 1 + days;
	const [y, m] = [Math.floor(index / 360), Math.floor((index % 360) / 30) + 1];
	return dateFrom(y, m, Math.min((index % 30) + 1, daysInMonth(y, m)));
}
