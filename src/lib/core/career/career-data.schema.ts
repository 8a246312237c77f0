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

export const careerDataSchema = v.strictObject({
	sources: v.record(v.string(), sourceData),
	grids: v.array(gridData),
	point: v.strictObject({
		confidence,
		sources: sourceIds,
		series: v.array(v.strictObject({ from: civilDateSchema, annual: v.number() }))
	})
});

export type CareerData = v.InferOutput<typeof careerDataSchema>;
export type CorpsData = v.InferOutput<typeof corpsData>;
export type GradeData = v.InferOutput<typeof gradeData>;
export type DurationSet = v.InferOutput<typeof durationSet>;
export type IndexSet = v.InferOutput<typeof indexSet>;
