/** Figures and dates as the screens write them; what explanations share stands in `core/shared`. */
import {
	NBSP,
	frenchDate,
	frenchEuros,
	frenchMonthNames,
	parisTime,
	partsOf,
	type CivilDate
} from '$lib/core/shared';

export {
	NBSP,
	NNBSP,
	frenchDate as longDate,
	frenchEuros as money,
	frenchMonths as months,
	frenchNumber as number,
	frenchOrdinal as ordinal,
	frenchPercent as percent,
	frenchSeniority as duration
} from '$lib/core/shared';

const weekdays = 'dimanche lundi mardi mercredi jeudi vendredi samedi'.split(' ');
const shortMonths = 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split(' ');

const weekday = (date: CivilDate) => weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
const longMonth = (date: CivilDate) => frenchMonthNames[partsOf(date).month - 1] ?? '';
const shortMonth = (date: CivilDate) => shortMonths[partsOf(date).month - 1] ?? '';

/** What follows the figure of a rank: `er`, `e`. */
export const ordinalSuffix = (rank: number): string => (rank === 1 ? 'er' : 'e');

/** `+162,45 €`, `−12,00 €` */
export const moneyDifference = (amount: number): string =>
	`${amount < 0 ? '−' : '+'}${frenchEuros(Math.abs(amount))}`;

const dayNumber = (day: number) => (day === 1 ? '1er' : String(day));

/** `21 nov.` */
export const dayAndMonth = (date: CivilDate): string =>
	`${dayNumber(partsOf(date).day)}${NBSP}${shortMonth(date)}`;

/** `1er sept. 2028` */
export const shortDate = (date: CivilDate): string =>
	`${dayAndMonth(date)}${NBSP}${partsOf(date).year}`;

/** `01/03/2025` */
export const numericDate = (date: CivilDate): string => date.split('-').reverse().join('/');

/** `Dimanche 22 novembre` */
export function weekdayDate(date: CivilDate): string {
	const name = weekday(date);
	return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${dayNumber(partsOf(date).day)}${NBSP}${longMonth(date)}`;
}

/** `14 h 30`, in Paris */
export function time(instant: Date): string {
	const { hour, minute } = parisTime(instant);
	return `${hour}${NBSP}h${NBSP}${String(minute).padStart(2, '0')}`;
}

/** Publication date of a source, as precise as known: `2024`, `septembre 2024`, `8 septembre 2024`. */
export function sourceDate(date: string): string {
	const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date);
	if (!match) return date;
	const [, year, month, day] = match;
	if (!month) return year!;
	if (!day) return `${longMonth(`${year}-${month}-01` as CivilDate)}${NBSP}${year}`;
	return frenchDate(date as CivilDate);
}
