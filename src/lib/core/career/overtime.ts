/** Overtime: the annual hour from the mean pay of the classe normale, the occasional one from it. */
import type { Explanation } from '../reference';
import { frenchEuros, frenchNumber, roundCents, type CivilDate } from '../shared';
import type { CorpsId, GradeId } from './corps';
import { pointAt } from './gross';
import { indexAt } from './ladder';
import { ladderOf, type CareerReference } from './reference';

export interface OvertimeCase {
	readonly grade: GradeId;
	/** Weekly hours of a full service. */
	readonly ors: number;
	readonly on: CivilDate;
	/** First and last indices of the classe normale. */
	readonly indices: { readonly min: number; readonly max: number };
}

export interface Overtime {
	readonly annual: number;
	/** The first hour, better paid. */
	readonly first: number;
	/** One occasional hour. */
	readonly hourly: number;
	readonly why: Explanation;
}

/** First and last indices of the classe normale on the day, or null where the grid is unknown. */
export function normalClassBounds(
	corps: CorpsId,
	on: CivilDate,
	reference: CareerReference
): OvertimeCase['indices'] | null {
	const ladder = ladderOf(reference, corps, 'classe-normale');
	const min = ladder && indexAt(ladder, '1', on)?.value;
	const max = ladder && indexAt(ladder, '11', on)?.value;
	return min && max ? { min, max } : null;
}

export const hourlyFrom = (annual: number, reference: CareerReference): number => {
	const { weeks, hourly } = reference.data.remuneration.overtime;
	return roundCents((annual / weeks) * hourly);
};

export function overtime(
	{ grade, ors, on, indices }: OvertimeCase,
	reference: CareerReference
): Overtime | null {
	const point = pointAt(reference, on);
	if (point === null) return null;
	const rule = reference.data.remuneration.overtime;
	const higher = grade === 'hors-classe' || grade === 'classe-exceptionnelle';
	const mean = ((indices.min + indices.max) / 2) * point;
	const annual = ((mean * rule.ratio[0]) / rule.ratio[1] / ors) * (higher ? rule.higherGrades : 1);
	return {
		annual: roundCents(annual),
		first: roundCents(annual * rule.firstHour),
		hourly: hourlyFrom(annual, reference),
		why: {
			rule: 'heures-supplementaires',
			text: `Traitement moyen de la classe normale (indices ${indices.min} et ${indices.max}, point à ${frenchNumber(point, 4)}\u00a0€)\u00a0: ${frenchEuros(mean)} × ${rule.ratio[0]}/${rule.ratio[1]} ÷ ${ors} h${higher ? `, + 10\u00a0% à partir de la hors-classe` : ''}. Première heure + 20\u00a0%. Heure occasionnelle\u00a0: l’heure annuelle ÷ ${rule.weeks} × ${frenchNumber(rule.hourly)}.`,
			inputs: [{ label: 'Service hebdomadaire', value: `${ors} h` }],
			sources: reference.sources(rule.sources),
			confidence: rule.confidence,
			at: on
		}
	};
}
