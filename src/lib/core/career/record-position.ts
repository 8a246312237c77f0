/** From the administrative record to the engine's position. */
import type { AgentRecord, CareerStep } from '../institution';
import { appError, fail, ok, type CivilDate, type Result } from '../shared';
import { chevrons, corpsIds, gradeIds, type Chevron, type CorpsId, type GradeId } from './corps';
import type { Position } from './position';
import type { CareerReference } from './reference';
import { snapshot, type Snapshot } from './snapshot';

const oneOf = <T extends string>(known: readonly T[], value: string): value is T =>
	(known as readonly string[]).includes(value);

function position(
	{ corps, grade, echelon, chevron }: Pick<CareerStep, 'corps' | 'grade' | 'echelon' | 'chevron'>,
	depuis: CivilDate
): Result<Position> {
	if (!oneOf<CorpsId>(corpsIds, corps) || !oneOf<GradeId>(gradeIds, grade))
		return fail(appError('career.unknown-grade', 'validation', { corps, grade }));
	if (chevron !== null && !oneOf<Chevron>(chevrons, chevron))
		return fail(appError('career.unknown-echelon', 'validation', { corps, grade, chevron }));
	return ok({ corps, grade, echelon, chevron, depuis });
}

export const positionOfRecord = (record: AgentRecord): Result<Position> =>
	position(record, record.echelonSince);

export const positionOfStep = (step: CareerStep): Result<Position> => position(step, step.from);

/** Where the person of a record stands on a day. */
export function snapshotOfRecord(
	record: AgentRecord,
	on: CivilDate,
	reference: CareerReference
): Result<Snapshot> {
	const position = positionOfRecord(record);
	return position.ok ? snapshot(position.value, on, reference) : position;
}
