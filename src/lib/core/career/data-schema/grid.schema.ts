/** Grids: corps, grades, durations and indices. */
import * as v from 'valibot';
import { chevrons, corpsIds, gradeIds } from '../corps';
import { confidence, index, sourced } from './atoms';

export const durationRow = v.strictObject({
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

export const durationSet = v.strictObject({ ...sourced, rows: v.array(durationRow) });
export const indexSet = v.strictObject({
	...sourced,
	/** Indices majorés by rung key. */
	values: v.record(v.string(), index),
	bruts: v.optional(v.record(v.string(), index))
});

export const gradeData = v.strictObject({
	label: v.string(),
	durations: v.array(durationSet),
	/** Unconfirmed reform: never read unless asked for. */
	draft: v.optional(v.array(durationSet)),
	indices: v.array(indexSet),
	/** National bounds of a grade that has no échelon. */
	bounds: v.optional(v.array(v.strictObject({ ...sourced, min: index, max: index })))
});

export const corpsData = v.strictObject({
	id: v.picklist(corpsIds),
	label: v.string(),
	statute: v.string(),
	degree: v.nullable(v.picklist([1, 2])),
	/** Weekly hours of a full service. */
	weeklyHours: v.nullable(v.number())
});

export const gridData = v.strictObject({
	id: v.string(),
	label: v.string(),
	corps: v.array(corpsData),
	grades: v.record(v.picklist(gradeIds), gradeData)
});
