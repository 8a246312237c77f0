/**
 * Shape of the dated career data, and the types the engine reads it with. Only `data:check` and the
 * reception of a newer bundle run the schema; the engine imports its types alone.
 */
import * as v from 'valibot';
import { confidences } from '../reference';
import { civilDateSchema } from '../shared';
import { chevrons, corpsIds, gradeIds } from './corps';

const confidence = v.picklist(confidences);
const sourceIds = v.array(v.string());
const index = v.pipe(v.number(), v.integer(), v.minValue(300), v.maxValue(1600));
const sourced = { from: civilDateSchema, confidence, sources: sourceIds };

const durationRow = v.strictObject({
	echelon: v.pipe(v.number(), v.integer(), v.minValue(1)),
	chevron: v.optional(v.picklist(chevrons)),
	/** Months to spend there; null at the top of the grade. */
	months: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
	/** Months when the one-year bonification is granted. */
	fastMonths: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
	/** Key of the rung that follows, when it is not the next row. */
	then: v.optional(v.string()),
	/** Nobody published the duration. */
	unknown: v.optional(v.literal(true)),
	confidence: v.optional(confidence)
});

const durationSet = v.strictObject({ ...sourced, rows: v.array(durationRow) });
const indexSet = v.strictObject({
	...sourced,
	/** Indices majorés by rung key. */
	values: v.record(v.string(), index),
	bruts: v.optional(v.record(v.string(), index))
});

const gradeData = v.strictObject({
	label: v.string(),
	durations: v.array(durationSet),
	/** Unconfirmed reform: never read unless asked for. */
	draft: v.optional(v.array(durationSet)),
	indices: v.array(indexSet),
	/** National bounds of a grade that has no échelon. */
	bounds: v.optional(v.array(v.strictObject({ ...sourced, min: index, max: index })))
});

const corpsData = v.strictObject({
	id: v.picklist(corpsIds),
	label: v.string(),
	statute: v.string(),
	degree: v.nullable(v.picklist([1, 2])),
	/** Weekly hours of a full service. */
	weeklyHours: v.nullable(v.number())
});

const gridData = v.strictObject({
	id: v.string(),
	label: v.string(),
	corps: v.array(corpsData),
	grades: v.record(v.picklist(gradeIds), gradeData)
});

const sourceData = v.strictObject({
	title: v.string(),
	url: v.nullable(v.string()),
	date: v.nullable(v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)))
});

const facts = { confidence, sources: sourceIds };
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const amount = v.number();
const ratio = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const echelon = v.pipe(v.number(), v.integer(), v.minValue(1));
const corpsId = v.picklist(corpsIds);
const gradeId = v.picklist(gradeIds);
const step = v.strictObject({ what: v.string(), delay: v.string(), ...facts });

const rendezVousData = v.strictObject({
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
	steps: v.array(step),
	makeUp: step
});

const bonificationData = v.strictObject({
	id: v.string(),
	label: v.string(),
	text: v.string(),
	...facts
});

const rateData = v.strictObject({
	year: v.pipe(v.number(), v.integer()),
	rates: v.record(v.string(), ratio),
	note: v.optional(v.string()),
	...facts
});

const horsClasseData = v.strictObject({
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

const classeExceptionnelleData = v.strictObject({
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

const corpsRow = v.strictObject({
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
const corpsTable = v.strictObject({
	label: v.string(),
	grid: v.string(),
	rows: v.array(corpsRow),
	...facts
});
const monthsByRung = v.record(v.string(), v.record(v.string(), count));

const reclassementData = v.strictObject({
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

const allowance = {
	corps: v.array(corpsId),
	series: v.array(v.strictObject({ from: civilDateSchema, annual: amount })),
	...facts
};
const childBand = v.strictObject({ fixed: amount, rate: ratio });
const remunerationData = v.strictObject({
	residence: v.strictObject({ minIndex: index, zones: v.record(v.string(), ratio), ...facts }),
	sft: v.strictObject({
		from: civilDateSchema,
		minIndex: index,
		maxIndex: index,
		byChildren: v.array(childBand),
		perExtraChild: childBand,
		...facts
	}),
	isae: v.strictObject(allowance),
	isoe: v.strictObject(allowance),
	isoeModulable: v.strictObject({
		from: civilDateSchema,
		annual: v.record(v.string(), amount),
		agrege: amount,
		...facts
	}),
	attractivite: v.strictObject({
		series: v.array(
			v.strictObject({ from: civilDateSchema, byEchelon: v.record(v.string(), amount) })
		),
		...facts
	}),
	equipement: v.strictObject({ corps: v.array(corpsId), annual: amount, ...facts }),
	primesPoints: v.strictObject({ annual: amount, ...facts }),
	pension: v.strictObject({ from: civilDateSchema, rate: ratio, ...facts }),
	csg: v.strictObject({ rate: ratio, allowance: ratio, ...facts }),
	crds: v.strictObject({ rate: ratio, ...facts }),
	rafp: v.strictObject({ rate: ratio, cap: ratio, ...facts }),
	psc: v.strictObject({
		from: civilDateSchema,
		balance: amount,
		referencePay: amount,
		referencePayConfidence: confidence,
		flatShare: ratio,
		variableShare: ratio,
		...facts
	}),
	overtime: v.strictObject({
		ratio: v.tuple([count, count]),
		firstHour: amount,
		higherGrades: amount,
		weeks: count,
		hourly: amount,
		...facts
	})
});

const retraiteData = v.strictObject({
	...facts,
	ages: v.array(v.strictObject({ from: civilDateSchema, ans: count, mois: count })),
	trimestres: v.array(v.strictObject({ from: civilDateSchema, count }))
});

const perspectiveData = v.strictObject({
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

export const careerDataSchema = v.strictObject({
	sources: v.record(v.string(), sourceData),
	grids: v.array(gridData),
	point: v.strictObject({
		confidence,
		sources: sourceIds,
		series: v.array(v.strictObject({ from: civilDateSchema, annual: v.number() }))
	}),
	rendezVous: rendezVousData,
	bonifications: v.array(bonificationData),
	horsClasse: horsClasseData,
	classeExceptionnelle: classeExceptionnelleData,
	reclassement: reclassementData,
	remuneration: remunerationData,
	retraite: retraiteData,
	perspectives: v.array(perspectiveData)
});

export type CareerData = v.InferOutput<typeof careerDataSchema>;
export type CorpsData = v.InferOutput<typeof corpsData>;
export type GradeData = v.InferOutput<typeof gradeData>;
export type CorpsTable = v.InferOutput<typeof corpsTable>;
export type DurationSet = v.InferOutput<typeof durationSet>;
export type IndexSet = v.InferOutput<typeof indexSet>;
