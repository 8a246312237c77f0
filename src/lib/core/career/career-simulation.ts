/**
 * A position tried without an account and brought into one. It stands beside the official record and
 * never in its place: nothing of the record is written from here.
 */
import { civilDateSchema, entity, mutator, type CivilDate, type Versioned } from '../shared';
import * as v from 'valibot';
import { chevrons, corpsIds, gradeIds } from './corps';
import type { SaidPosition } from './said-position';

export interface CareerSimulation {
	readonly id: string;
	readonly said: SaidPosition;
	readonly broughtOn: CivilDate;
}

export const careerSimulationEntity = entity<Versioned<CareerSimulation>>(
	'career-simulation',
	1,
	'user'
);

const id = v.pipe(v.string(), v.uuid());

/** Each is a row of its own: the same notebook brought twice makes two, and loses nothing. */
export const bringSimulation = mutator({
	kind: 'career-simulation.bring',
	policy: 'append',
	entity: careerSimulationEntity,
	args: v.strictObject({
		id,
		said: v.strictObject({
			corps: v.nullable(v.picklist(corpsIds)),
			grade: v.nullable(v.picklist(gradeIds)),
			echelon: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20))),
			chevron: v.nullable(v.picklist(chevrons)),
			depuis: v.nullable(civilDateSchema)
		}),
		broughtOn: civilDateSchema
	}),
	idOf: (args) => args.id,
	apply: (current: CareerSimulation | null, args): CareerSimulation => current ?? args
});

export const deleteSimulation = mutator({
	kind: 'career-simulation.delete',
	policy: 'strict',
	entity: careerSimulationEntity,
	args: v.strictObject({ id }),
	idOf: (args) => args.id,
	apply: (_current: CareerSimulation | null): CareerSimulation | null => null
});
