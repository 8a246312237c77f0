/** Figures and dates as French typography writes them: U+202F between thousands, U+00A0 before units. */
import { partsOf, type CivilDate } from '$lib/core/shared';

export const NBSP = '\u00a0';
export const THIN = '\u202f';

const euros = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' });
const decimals = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 });
const percents = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 2 });
const paris = 'Europe/Paris';
const hourMinute = new Intl.DateTimeFormat('fr-FR', {
	hour: 'numeric',
	minute: '2-digit',
	timeZone: paris
});
const dayOf = (options: Intl.DateTimeFormatOptions) => {
	const format = new Intl.DateTimeFormat('fr-FR', { ...options, timeZone: 'UTC' });
	return (date: CivilDate) => format.format(new Date(`${date}T00:00:00Z`));
};
const weekday = dayOf({ weekday: 'long' });
const longMonth = dayOf({ month: 'long' });
const shortMonth = dayOf({ month: 'short' });

/** `2 766,60 €` */
export const money = (amount: number): string => euros.format(amount);

/** `+162,45 €`, `−12,00 €` */
export const moneyDifference = (amount: number): string =>
	`${amount < 0 ? '−' : '+'}${euros.format(Math.abs(amount))}`;

/** `1 234,5` */
export const number = (value: number): string => decimals.format(value);

/** @param share 0 to 1 */
export const percent = (share: number): string => percents.format(share);

/** `1er`, `8e` */
export const ordinal = (rank: number): string => `${rank}${ordinalSuffix(rank)}`;
export const ordinalSuffix = (rank: number): string => (rank === 1 ? 'er' : 'e');

const dayNumber = (day: number) => (day === 1 ? '1er' : String(day));

/** `1er mars 2025` */
export function longDate(date: CivilDate): string {
	const { day, year } = partsOf(date);
	return `${dayNumber(day)}${NBSP}${longMonth(date)} ${year}`;
}

/** `1er sept. 2028` */
export function shortDate(date: CivilDate): string {
	return `${dayAndMonth(date)} ${partsOf(date).year}`;
}

/** `21 nov.` */
export const dayAndMonth = (date: CivilDate): string =>
	`${dayNumber(partsOf(date).day)}${NBSP}${shortMonth(date)}`;

/** `01/03/2025` */
export const numericDate = (date: CivilDate): string => date.split('-').reverse().join('/');

/** `Dimanche 22 novembre` */
export function weekdayDate(date: CivilDate): string {
	const name = weekday(date);
	return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${dayNumber(partsOf(date).day)}${NBSP}${longMonth(date)}`;
}

/** `14 h 30`, in Paris */
export function time(instant: Date): string {
	const parts = hourMinute.formatToParts(instant);
	const part = (type: 'hour' | 'minute') => parts.find((entry) => entry.type === type)?.value ?? '';
	return `${Number(part('hour'))}${NBSP}h${NBSP}${part('minute')}`;
}

/** `3 ans 6 mois` */
export function months(count: number): string {
	const years = Math.trunc(count / 12);
	return duration({ ans: years, mois: count - years * 12, jours: 0 });
}

/** `1 an 6 mois 25 jours`; `0 jour` when there is nothing. */
export function duration({
	ans,
	mois,
	jours
}: {
	ans: number;
	mois: number;
	jours: number;
}): string {
	const parts = [
		ans && `${ans}${NBSP}${ans > 1 ? 'ans' : 'an'}`,
		mois && `${mois}${NBSP}mois`,
		jours && `${jours}${NBSP}${jours > 1 ? 'jours' : 'jour'}`
	].filter(Boolean);
	return parts.length > 0 ? parts.join(' ') : `0${NBSP}jour`;
}

/** Publication date of a source, as precise as known: `2024`, `septembre 2024`, `8 septembre 2024`. */
export function sourceDate(date: string): string {
	const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date);
	if (!match) return date;
	const [, year, month, day] = match;
	if (!month) return year!;
	if (!day) return `${longMonth(`${year}-${month}-01` as CivilDate)} ${year}`;
	return longDate(date as CivilDate);
}
