/**
 * Calendar dates without time or zone. A `CivilDate` is an ISO string (`2026-11-22`), so dates
 * compare with `<` and travel as they are; arithmetic goes through the day number since 1970-01-01.
 * Not Temporal: the engines do millions of these and the phone's first page counts its bytes.
 */
declare const civilDateBrand: unique symbol;
export type CivilDate = string & { readonly [civilDateBrand]: true };

export interface DateParts {
	readonly year: number;
	/** 1 to 12 */
	readonly month: number;
	/** 1 to 31 */
	readonly day: number;
}

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const pad = (value: number, width: number) => String(value).padStart(width, '0');

export const isLeapYear = (year: number): boolean =>
	(year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export function daysInMonth(year: number, month: number): number {
	if (month === 2) return isLeapYear(year) ? 29 : 28;
	return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The date written in `text`, or null when it is not an existing calendar day. */
export function parseCivilDate(text: string): CivilDate | null {
	const match = SHAPE.exec(text);
	if (!match) return null;
	const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
	if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
	return text as CivilDate;
}

/** @throws RangeError when `text` is not an existing calendar day. For literals and checked data. */
export function civilDate(text: string): CivilDate {
	const date = parseCivilDate(text);
	if (!date) throw new RangeError(`not a calendar date: ${text}`);
	return date;
}

export const dateFrom = (year: number, month: number, day: number): CivilDate =>
	`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CivilDate;

export const partsOf = (date: CivilDate): DateParts => ({
	year: Number(date.slice(0, 4)),
	month: Number(date.slice(5, 7)),
	day: Number(date.slice(8, 10))
});

/** Days since 1970-01-01 in the proleptic Gregorian calendar. */
export function toDayNumber(date: CivilDate): number {
	const { year, month, day } = partsOf(date);
	const shifted = month <= 2 ? year - 1 : year;
	const era = Math.floor(shifted / 400);
	const yearOfEra = shifted - era * 400;
	const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
	const dayOfEra =
		yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
	return era * 146_097 + dayOfEra - 719_468;
}

export function fromDayNumber(days: number): CivilDate {
	const shifted = days + 719_468;
	const era = Math.floor(shifted / 146_097);
	const dayOfEra = shifted - era * 146_097;
	const yearOfEra = Math.floor(
		(dayOfEra -
			Math.floor(dayOfEra / 1460) +
			Math.floor(dayOfEra / 36_524) -
			Math.floor(dayOfEra / 146_096)) /
			365
	);
	const dayOfYear =
		dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
	const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
	const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
	const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
	return dateFrom(year, month, day);
}

export const addDays = (date: CivilDate, days: number): CivilDate =>
	fromDayNumber(toDayNumber(date) + days);

export const daysBetween = (from: CivilDate, to: CivilDate): number =>
	toDayNumber(to) - toDayNumber(from);

/** Same day `months` later, or the last day of that month when it is shorter (31/08 + 6 → 28/02). */
export function addMonths(date: CivilDate, months: number): CivilDate {
	const { year, month, day } = partsOf(date);
	const index = year * 12 + (month - 1) + months;
	const targetYear = Math.floor(index / 12);
	const targetMonth = index - targetYear * 12 + 1;
	return dateFrom(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)));
}

export const addYears = (date: CivilDate, years: number): CivilDate => addMonths(date, years * 12);

/** Whole calendar months completed from `from` to `to`; negative when `to` comes first. */
export function fullMonthsBetween(from: CivilDate, to: CivilDate): number {
	if (to < from) return -fullMonthsBetween(to, from);
	const a = partsOf(from);
	const b = partsOf(to);
	const months = (b.year - a.year) * 12 + (b.month - a.month);
	return addMonths(from, months) > to ? months - 1 : months;
}

export const fullYearsBetween = (from: CivilDate, to: CivilDate): number =>
	Math.trunc(fullMonthsBetween(from, to) / 12);

export const earliest = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? a : b);
export const latest = (a: CivilDate, b: CivilDate): CivilDate => (a > b ? a : b);
