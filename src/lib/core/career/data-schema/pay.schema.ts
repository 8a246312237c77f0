/** Pay, overtime and retirement. */
import * as v from 'valibot';
import { civilDateSchema } from '../../shared';
import { amount, confidence, corpsId, count, facts, index, ratio } from './atoms';

const allowance = {
	corps: v.array(corpsId),
	series: v.array(v.strictObject({ from: civilDateSchema, annual: amount })),
	...facts
};
const childBand = v.strictObject({ fixed: amount, rate: ratio });
export const remunerationData = v.strictObject({
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

export const retraiteData = v.strictObject({
	...facts,
	ages: v.array(v.strictObject({ from: civilDateSchema, ans: count, mois: count })),
	trimestres: v.array(v.strictObject({ from: civilDateSchema, count }))
});
