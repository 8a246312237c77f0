/** Months of seniority bonus earned by years of a service that gives one, as the person counts them. */
import { weakest, type Explanation } from '../reference';
import { frenchMonths, type CivilDate } from '../shared';
import type { CorpsId } from './corps';
import { mergeSources } from './explain';
import type { CareerReference } from './reference';

type Rule = CareerReference['data']['bonifications'][number];

/** Bonuses a corps can have. */
export const bonusesOf = (corps: CorpsId, reference: CareerReference): readonly Rule[] =>
	reference.data.bonifications.filter((rule) => rule.corps?.includes(corps) ?? true);

const monthsOf = ({ firstYears, firstMonths, monthsPerYear }: Rule, years: number): number =>
	years < firstYears ? 0 : firstMonths + (years - firstYears) * monthsPerYear;

/** @param years whole years of each service, by the identifier of its rule */
export function serviceBonus(
	corps: CorpsId,
	years: Readonly<Record<string, number>>,
	on: CivilDate,
	reference: CareerReference
): { readonly months: number; readonly why: Explanation } {
	const counted = bonusesOf(corps, reference).flatMap((rule) => {
		const months = monthsOf(rule, years[rule.id] ?? 0);
		return months > 0 ? [{ rule, months }] : [];
	});
	const months = counted.reduce((total, entry) => total + entry.months, 0);
	return {
		months,
		why: {
			rule: 'bonifications-de-service',
			text: `${counted.map(({ rule }) => rule.text).join(' ')} Les mois acquis avancent le prochain changement d’échelon, jamais un changement de grade ni de chevron.`,
			inputs: counted.map(({ rule, months: earned }) => ({
				label: rule.label,
				value: frenchMonths(earned)
			})),
			sources: mergeSources(...counted.map(({ rule }) => reference.sources(rule.sources))),
			confidence: weakest(...counted.map(({ rule }) => rule.confidence)),
			at: on
		}
	};
}
