/**
 * A position said by the person, answer by answer. Only what the rules need is asked, in order, and
 * what is not said yet blocks nothing but the figures that depend on it.
 */
import type { Missing } from '../reference';
import type { CivilDate } from '../shared';
import type { Chevron, CorpsId, GradeId } from './corps';
import { setIndexAt, type Rung } from './ladder';
import type { Position } from './position';
import { ladderOf, type CareerReference } from './reference';

/** Null until said. */
export interface SaidPosition {
	readonly corps: CorpsId | null;
	readonly grade: GradeId | null;
	readonly echelon: number | null;
	readonly chevron: Chevron | null;
	readonly depuis: CivilDate | null;
}

export const nothingSaid: SaidPosition = {
	corps: null,
	grade: null,
	echelon: null,
	chevron: null,
	depuis: null
};

/** What may still be answered, from what is already said; an empty list asks nothing. */
export interface PositionChoices {
	readonly grades: readonly GradeId[];
	readonly echelons: readonly number[];
	readonly chevrons: readonly Chevron[];
}

function rungsOf({ corps, grade }: SaidPosition, on: CivilDate, reference: CareerReference) {
	const ladder = corps && grade && ladderOf(reference, corps, grade);
	const set = ladder ? ladder.sets[setIndexAt(ladder.sets, on)] : undefined;
	return [...(set?.rungs.values() ?? [])] as readonly Rung[];
}

export function positionChoices(
	said: SaidPosition,
	on: CivilDate,
	reference: CareerReference
): PositionChoices {
	const corps = said.corps && reference.corps.get(said.corps);
	const rungs = rungsOf(said, on, reference);
	return {
		grades: corps ? [...corps.grades.keys()] : [],
		echelons: [...new Set(rungs.map(({ echelon }) => echelon))],
		chevrons: rungs
			.filter(({ echelon }) => echelon === said.echelon)
			.flatMap(({ chevron }) => chevron ?? [])
	};
}

const kept = <T>(value: T | null, choices: readonly T[]): T | null =>
	value !== null && choices.includes(value) ? value : choices.length === 1 ? choices[0]! : null;

/** The same answers once one has changed: what no longer exists is forgotten, what is alone is taken. */
export function settlePosition(
	said: SaidPosition,
	on: CivilDate,
	reference: CareerReference
): SaidPosition {
	const grade = kept(said.grade, positionChoices(said, on, reference).grades);
	const graded = { ...said, grade };
	const echelon = kept(said.echelon, positionChoices(graded, on, reference).echelons);
	const climbed = { ...graded, echelon };
	const chevron = kept(said.chevron, positionChoices(climbed, on, reference).chevrons);
	return { ...climbed, chevron };
}

/** The questions that stand between what is said and a position, in the order to ask them. */
export function positionQuestions(
	said: SaidPosition,
	on: CivilDate,
	reference: CareerReference
): readonly Missing[] {
	if (!said.corps) return [{ path: 'corps', question: 'Quel est votre corps\u202f?' }];
	if (!said.grade) return [{ path: 'grade', question: 'Quel est votre grade\u202f?' }];
	const { echelons, chevrons } = positionChoices(said, on, reference);
	if (echelons.length > 0 && said.echelon === null)
		return [{ path: 'echelon', question: 'À quel échelon êtes-vous\u202f?' }];
	if (chevrons.length > 0 && !said.chevron)
		return [{ path: 'chevron', question: 'Quel est votre chevron\u202f?' }];
	if (echelons.length === 0 || (said.depuis !== null && said.depuis <= on)) return [];
	const rung = said.chevron ? 'ce chevron' : 'cet échelon';
	return [{ path: 'depuis', question: `Depuis quelle date êtes-vous à ${rung}\u202f?` }];
}

/**
 * The position as far as it is said: entered today while the date is not, which is enough for an
 * index and for nothing that depends on seniority. Null while the rung itself is not said.
 */
export function positionSaid(
	said: SaidPosition,
	on: CivilDate,
	reference: CareerReference
): { readonly position: Position; readonly dated: boolean } | null {
	const [question] = positionQuestions(said, on, reference);
	if (!said.corps || !said.grade || (question && question.path !== 'depuis')) return null;
	const { corps, grade, chevron } = said;
	const dated = question === undefined;
	const depuis = dated && said.depuis ? said.depuis : on;
	// Contractuels have no national échelon.
	return { position: { corps, grade, echelon: said.echelon ?? 1, chevron, depuis }, dated };
}
