/** French writing of dates, amounts and durations for explanations; no `Intl`, whose cost the engines cannot bear. */
import { partsOf, type CivilDate } from './civil-date';
import type { Seniority } from './seniority';

/** No-break space: before a unit, inside « 14 h 30 ». */
export const NBSP = '\u00a0';
/** Narrow no-break space: between thousands, before `; ! ?`, inside guillemets. */
export const NNBSP = '\u202f';

/** From January to December. */
export const frenchMonthNames: readonly string[] =
	'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');

/** `1er septembre 2026` */
export function frenchDate(date: CivilDate): string {
	const { year, month, day } = partsOf(date);
	return `${day === 1 ? '1er' : day}${NBSP}${frenchMonthNames[month - 1]}${NBSP}${year}`;
}

/** `1 234,5`, with `decimals` digits after the comma when given. */
export function frenchNumber(value: number, decimals?: number): string {
	const [whole = '0', fraction] = (
		decimals === undefined ? String(Math.abs(value)) : Math.abs(value).toFixed(decimals)
	).split('.');
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, NNBSP);
	return `${value < 0 ? '−' : ''}${grouped}${fraction ? `,${fraction}` : ''}`;
}

/** `2 766,60 €` */
export const frenchEuros = (value: number): string => `${frenchNumber(value, 2)}${NBSP}€`;

/** `13,5 %`, from a ratio */
export const frenchPercent = (ratio: number): string =>
	`${frenchNumber(Math.round(ratio * 10_000) / 100)}${NBSP}%`;

/** `1er`, `2e` */
export const frenchOrdinal = (rank: number): string => (rank === 1 ? '1er' : `${rank}e`);

/** `1 an 6 mois 25 jours`; `0 jour` when nothing. */
export function frenchSeniority({ ans, mois, jours }: Seniority): string {
	const parts: string[] = [];
	if (ans) parts.push(`${ans}${NBSP}${ans > 1 ? 'ans' : 'an'}`);
	if (mois) parts.push(`${mois}${NBSP}mois`);
	if (jours) parts.push(`${jours}${NBSP}${jours > 1 ? 'jours' : 'jour'}`);
	return parts.join(' ') || `0${NBSP}jour`;
}

/** `3 ans 6 mois` */
export const frenchMonths = (count: number): string =>
	count
		? frenchSeniority({ ans: Math.floor(count / 12), mois: count % 12, jours: 0 })
		: `0${NBSP}mois`;
