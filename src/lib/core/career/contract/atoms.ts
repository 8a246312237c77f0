/** Words and shapes that several questions of the open contract share. */
import * as v from 'valibot';
import { civilDateSchema, type Seniority } from '../../shared';
import { chevrons, corpsIds, gradeIds } from '../corps';

export const corps = v.picklist(corpsIds);
export const grade = v.picklist(gradeIds);
export const chevron = v.optional(v.nullable(v.picklist(chevrons)), null);
export const date = civilDateSchema;

export const whole = (min: number, max: number) =>
	v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
export const between = (min: number, max: number) =>
	v.pipe(v.number(), v.minValue(min), v.maxValue(max));

export const echelon = whole(1, 11);

export const position = v.strictObject({ corps, grade, echelon, chevron, depuis: date });

export const seniority = v.strictObject({
	ans: whole(0, 60),
	mois: whole(0, 11),
	jours: whole(0, 29)
});

export const noSeniority: Seniority = { ans: 0, mois: 0, jours: 0 };
