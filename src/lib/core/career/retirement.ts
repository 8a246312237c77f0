/** Legal age and quarters of the sedentary category. */
import type { Explanation } from '../reference';
import { addMonths, frenchDate, frenchSeniority, type CivilDate } from '../shared';
import type { CareerReference } from './reference';

export interface Retirement {
	readonly age: { readonly ans: number; readonly mois: number };
	readonly opensOn: CivilDate;
	/** Quarters for the full rate; null for the generations that were not collected. */
	readonly quarters: number | null;
	readonly why: Explanation;
}

export function retirement(birth: CivilDate, reference: CareerReference): Retirement {
	const rule = reference.data.retraite;
	const { ans, mois } = rule.ages.findLast(({ from }) => from <= birth) ?? rule.ages[0]!;
	const opensOn = addMonths(birth, ans * 12 + mois);
	const quarters = rule.trimestres.findLast(({ from }) => from <= birth)?.count ?? null;
	return {
		age: { ans, mois },
		opensOn,
		quarters,
		why: {
			rule: 'age-legal',
			text: `Âge légal de ${frenchSeniority({ ans, mois, jours: 0 })} pour une naissance le ${frenchDate(birth)}, catégorie sédentaire\u00a0: à partir du ${frenchDate(opensOn)}. Ce calendrier peut encore changer après 2027.`,
			inputs: [{ label: 'Naissance', value: frenchDate(birth) }],
			sources: reference.sources(rule.sources),
			confidence: rule.confidence,
			at: opensOn
		}
	};
}
