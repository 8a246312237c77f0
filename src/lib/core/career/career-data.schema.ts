/**
 * Shape of the dated career data, and the types the engine reads it with. Only `data:check` and the
 * reception of a newer bundle run the schema; the engine imports its types alone.
 */
import * as v from 'valibot';
import { civilDateSchema } from '../shared';
import {
	bonificationData,
	mobilityData,
	perspectiveData,
	rendezVousData
} from './data-schema/advancement.schema';
import { confidence, sourceIds } from './data-schema/atoms';
import {
	type corpsData,
	type durationSet,
	type gradeData,
	gridData,
	type indexSet
} from './data-schema/grid.schema';
import { remunerationData, retraiteData } from './data-schema/pay.schema';
import {
	classeExceptionnelleData,
	type corpsTable,
	horsClasseData,
	reclassementData
} from './data-schema/promotion.schema';

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
	}),
	rendezVous: rendezVousData,
	bonifications: v.array(bonificationData),
	horsClasse: horsClasseData,
	classeExceptionnelle: classeExceptionnelleData,
	reclassement: reclassementData,
	remuneration: remunerationData,
	retraite: retraiteData,
	perspectives: v.array(perspectiveData),
	mobilite: mobilityData
});

export type CareerData = v.InferOutput<typeof careerDataSchema>;
export type CorpsData = v.InferOutput<typeof corpsData>;
export type GradeData = v.InferOutput<typeof gradeData>;
export type CorpsTable = v.InferOutput<typeof corpsTable>;
export type DurationSet = v.InferOutput<typeof durationSet>;
export type IndexSet = v.InferOutput<typeof indexSet>;
