/** Rendez-vous de carrière, seniority bonuses, other ways open. */
import * as v from 'valibot';
import { civilDateSchema } from '../../shared';
import { corpsId, count, echelon, facts, ratio, step } from './atoms';

export const rendezVousData = v.strictObject({
	from: civilDateSchema,
	...facts,
	appointments: v.array(
		v.strictObject({
			number: v.picklist([1, 2, 3]),
			echelon,
			/** First month of the twelve in which the échelon was entered. */
			windowMonth: v.pipe(v.number(), v.minValue(1), v.maxValue(12)),
			bonification: v.boolean()
		})
	),
	/** Share of those reviewed who receive the bonification. */
	share: ratio,
	bonificationMonths: count,
	/** In order; an appeal opens for that many clear days after the step before it. */
	steps: v.array(v.strictObject({ ...step.entries, francDays: v.optional(count) })),
	makeUp: step
});

export const bonificationData = v.strictObject({
	id: v.string(),
	label: v.string(),
	text: v.string(),
	/** Those it is for, when not everyone. */
	corps: v.optional(v.array(corpsId)),
	/** Nothing before these years, then so many months, and so many more each year. */
	firstYears: count,
	firstMonths: count,
	monthsPerYear: count,
	...facts
});

/** Years in the same post from which a move is worth looking at. */
export const mobilityData = v.strictObject({ postYears: count, text: v.string(), ...facts });

export const perspectiveData = v.strictObject({
	id: v.string(),
	label: v.string(),
	...facts,
	conditions: v.array(
		v.variant('kind', [
			v.strictObject({ kind: v.literal('corps'), text: v.string(), corps: v.array(corpsId) }),
			/** Age reached on 1 October of the year of the list. */
			v.strictObject({ kind: v.literal('age'), text: v.string(), years: count }),
			v.strictObject({
				kind: v.literal('service'),
				text: v.string(),
				years: count,
				since: v.picklist(['service', 'corps']),
				/** The years are counted on the 1st of this month. */
				month: v.optional(count)
			}),
			v.strictObject({ kind: v.literal('echelon'), text: v.string(), echelon }),
			v.strictObject({ kind: v.literal('ask'), text: v.string(), question: v.string() })
		])
	),
	note: v.nullable(v.string()),
	action: v.string()
});
