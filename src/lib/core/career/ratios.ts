/** Share of the promotables who are promoted each year, where it was published. */
import { weakest, type Explanation } from '../reference';
import { dateFrom, frenchPercent } from '../shared';
import type { CorpsId, GradeId } from './corps';
import type { CareerReference } from './reference';

export interface Ratio {
	readonly value: number;
	readonly why: Explanation;
}

export function ratioOf(
	grade: GradeId,
	corps: CorpsId,
	year: number,
	reference: CareerReference
): Ratio | null {
	const { horsClasse, classeExceptionnelle } = reference.data;
	const rates =
		grade === 'hors-classe'
			? horsClasse.rates
			: grade === 'classe-exceptionnelle'
				? classeExceptionnelle.rates
				: [];
	const entry = rates.find((rate) => rate.year === year);
	const value = entry?.rates[corps];
	if (!entry || value === undefined) return null;
	return {
		value,
		why: {
			rule: `taux-${grade}`,
			text: `Taux de promotion de ${year}\u00a0: ${frenchPercent(value)} des promouvables.${entry.note ? ` ${entry.note}` : ''}`,
			inputs: [{ label: 'Année', value: String(year) }],
			sources: reference.sources(entry.sources),
			confidence: weakest(entry.confidence),
			at: dateFrom(year, 9, 1)
		}
	};
}

/** Places: the ratio of those who may be promoted, cut down to a whole number. */
export const contingentOf = (ratio: number, promotables: number): number =>
	Math.floor((Math.round(ratio * 100_000) * promotables) / 100_000);
