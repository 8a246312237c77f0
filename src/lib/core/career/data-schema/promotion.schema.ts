/** Promotions and reclassement. */
import * as v from 'valibot';
import { civilDateSchema } from '../../shared';
import { confidence, corpsId, count, echelon, facts, gradeId, ratio } from './atoms';

export const rateData = v.strictObject({
	year: v.pipe(v.number(), v.integer()),
	rates: v.record(v.string(), ratio),
	note: v.optional(v.string()),
	...facts
});

export const horsClasseData = v.strictObject({
	eligibility: v.strictObject({ echelon, years: count, ...facts }),
	tables: v.array(
		v.strictObject({
			id: v.string(),
			fromYear: count,
			corps: v.array(corpsId),
			/** Corps for which the table is taken over without having been read. */
			assumedFor: v.array(corpsId),
			appreciation: v.strictObject({
				excellent: count,
				'tres-satisfaisant': count,
				satisfaisant: count,
				'a-consolider': count
			}),
			seniority: v.array(v.strictObject({ echelon, years: count, points: count })),
			...facts
		})
	),
	rates: v.array(rateData),
	lastGranted: v.array(
		v.strictObject({ table: v.string(), points: count, what: v.string(), ...facts })
	),
	profiles: v.array(v.strictObject({ table: v.string(), text: v.string(), ...facts })),
	counts: v.array(v.string()),
	doesNotCount: v.array(v.string()),
	tieBreaks: v.strictObject({ items: v.array(v.string()), ...facts })
});

export const classeExceptionnelleData = v.strictObject({
	eligibility: v.strictObject({
		from: civilDateSchema,
		echelon,
		echelonByCorps: v.record(v.string(), echelon),
		...facts
	}),
	rates: v.array(rateData),
	opinions: v.strictObject({ text: v.string(), ...facts }),
	tieBreaks: v.array(v.string()),
	constraints: v.array(v.string())
});

export const corpsRow = v.strictObject({
	grade: gradeId,
	echelon,
	/** The row holds below this seniority; without it, for the rest. */
	untilMonths: v.optional(count),
	to: echelon,
	/** Share of the seniority kept; whole when absent. */
	ratio: v.optional(v.tuple([count, count])),
	plusMonths: v.optional(count),
	/** Only the seniority beyond this is kept. */
	beyondMonths: v.optional(count),
	maxMonths: v.optional(count)
});
export const corpsTable = v.strictObject({
	label: v.string(),
	grid: v.string(),
	rows: v.array(corpsRow),
	...facts
});
const monthsByRung = v.record(v.string(), v.record(v.string(), count));

export const reclassementData = v.strictObject({
	grade: v.strictObject({
		...facts,
		exceptions: v.array(
			v.strictObject({ grade: gradeId, echelon, monthsLost: count, target: echelon })
		),
		/** Rows whose confidence is not that of the rule. */
		confidences: v.array(
			v.strictObject({
				grid: v.string(),
				grade: gradeId,
				echelon,
				fromMonths: count,
				confidence
			})
		)
	}),
	toAgrege: v.strictObject({
		...facts,
		denominator: count,
		coefficients: v.record(v.string(), count),
		biadmissible: count,
		/** Theoretical seniority of a rung, in months: published ones, and guesses nobody published. */
		published: monthsByRung,
		guessed: monthsByRung
	}),
	toPersonnelDirection: corpsTable,
	toIen: corpsTable
});
