/** Changes of grade or corps that can be tried from a position. */
import {
	nextGrade,
	plainScenario,
	projectCareer,
	simulateChange,
	type CareerReference,
	type Change,
	type Landing,
	type Position,
	type Snapshot
} from '$lib/core/career';
import type { CivilDate, Result } from '$lib/core/shared';
import { gradeName } from './labels';

export interface ChangeChoice {
	readonly value: string;
	readonly label: string;
	readonly change: Change;
}

export function changeChoices({ position }: Snapshot, reference: CareerReference): ChangeChoice[] {
	const { toAgrege, toPersonnelDirection, toIen } = reference.data.reclassement;
	const grade = nextGrade(position.grade);
	const grid = reference.corps.get(position.corps)?.gridId;
	return [
		grade && {
			value: grade,
			label: gradeName(grade).replace(/^./, (letter) => letter.toUpperCase()),
			change: { grade }
		},
		position.corps in toAgrege.coefficients && {
			value: 'agrege',
			label: 'Corps des agrégés (agrégation interne ou liste d’aptitude)',
			change: { corps: 'agrege' as const }
		},
		grid === toPersonnelDirection.grid && {
			value: 'personnel-direction',
			label: 'Personnel de direction',
			change: { corps: 'personnel-direction' as const }
		},
		grid === toIen.grid && {
			value: 'ien',
			label: 'Inspecteur de l’éducation nationale',
			change: { corps: 'ien' as const }
		}
	].filter((choice) => choice !== null && choice !== false);
}

/** Where the person will stand that day, by seniority alone. */
export function positionOn(now: Snapshot, on: CivilDate, reference: CareerReference): Position {
	const projected = projectCareer(now.position, now.on, on, plainScenario, reference);
	return (projected.ok && projected.value.at(-1)?.position) || now.position;
}

export const tryChange = (
	now: Snapshot,
	change: Change,
	on: CivilDate,
	reference: CareerReference
): Result<Landing> => simulateChange(positionOn(now, on, reference), change, on, reference);
