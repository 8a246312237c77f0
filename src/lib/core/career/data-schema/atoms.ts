/** Atoms of the dated career data. */
import * as v from 'valibot';
import { confidences } from '../../reference';
import { civilDateSchema } from '../../shared';
import { corpsIds, gradeIds } from '../corps';

export const confidence = v.picklist(confidences);
export const sourceIds = v.array(v.string());
export const index = v.pipe(v.number(), v.integer(), v.minValue(300), v.maxValue(1600));
export const sourced = { from: civilDateSchema, confidence, sources: sourceIds };

export const facts = { confidence, sources: sourceIds };
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const amount = v.number();
export const ratio = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
export const echelon = v.pipe(v.number(), v.integer(), v.minValue(1));
export const corpsId = v.picklist(corpsIds);
export const gradeId = v.picklist(gradeIds);
export const step = v.strictObject({ what: v.string(), delay: v.string(), ...facts });
