/**
 * A past that leads to a given rung, told backwards from the reference date: each step lasts what the
 * grid says, except the first of a grade, where part of the time is kept from before.
 */
import type { CareerStep } from '$lib/core/institution';
import {
	addMonths,
	addYears,
	civilDate,
	dateFrom,
	partsOf,
	type CivilDate
} from '$lib/core/shared';
import { careerReference } from '$lib/data';
import type { Random } from './random';

type Corps = typeof careerReference.corps extends ReadonlyMap<infer Id, unknown> ? Id : never;
type Ladder = NonNullable<ReturnType<typeof ladderOf>>;
type Rung = Ladder['sets'][number]['rungs'] extends ReadonlyMap<string, infer R> ? R : never;
type Grade = Parameters<
	NonNullable<ReturnType<typeof careerReference.corps.get>>['grades']['get']
>[0];

const ladderOf = (corps: Corps, grade: Grade) =>
	careerReference.corps.get(corps)?.grades.get(grade);

/** The rungs of the grade today, lowest first. */
export const rungsOf = (corps: Corps, grade: Grade): readonly Rung[] => [
	...(ladderOf(corps, grade)?.sets.at(-1)?.rungs.values() ?? [])
];

const indexOf = (ladder: Ladder | undefined, rung: Rung): number =>
	ladder?.indices.at(-1)?.values.get(rung.key)?.value ?? 0;

const gradeBelow: Partial<Record<Grade, Grade>> = {
	'hors-classe': 'classe-normale',
	'classe-exceptionnelle': 'hors-classe'
};
/** Below these a person is not yet eligible for the next grade. */
const lowestPromoted: Partial<Record<Grade, number>> = { 'classe-normale': 9, 'hors-classe': 3 };

/** Rungs of the grade below from which a promotion leads to `rung`: same index or the next above. */
function originsOf(corps: Corps, grade: Grade, rung: Rung): readonly Rung[] {
	const below = gradeBelow[grade];
	if (!below) return [];
	const ladder = ladderOf(corps, grade);
	const landing = (index: number) =>
		rungsOf(corps, grade).find((candidate) => indexOf(ladder, candidate) >= index);
	return rungsOf(corps, below).filter(
		(origin) =>
			origin.echelon >= lowestPromoted[below]! &&
			landing(indexOf(ladderOf(corps, below), origin))?.key === rung.key
	);
}

/** The first 1 September on or after `date`. */
function septemberFrom(date: CivilDate): CivilDate {
	const { year } = partsOf(date);
	const september = dateFrom(year, 9, 1);
	return september >= date ? september : dateFrom(year + 1, 9, 1);
}

export interface Target {
	readonly corps: Corps;
	readonly grade: Grade;
	readonly rung: Rung;
}

/** Nobody enters before: the oldest careers told, and the year a corps or a grade was made. */
const OLDEST = civilDate('1988-09-01');
const corpsMade: Partial<Record<Corps, CivilDate>> = { psyen: civilDate('2017-09-01') };
const gradeMade: Partial<Record<Grade, CivilDate>> = {
	'classe-exceptionnelle': civilDate('2017-09-01')
};
/** On a top rung people stay; nobody is left there longer than this. */
const TOP_MONTHS = 60;
const monthsOn = (rung: Rung): number => rung.months ?? TOP_MONTHS;

/** Steps from the entry in the corps, oldest first; the last one is the target, held on `today`. */
function tell({ corps, ...target }: Target, today: CivilDate, random: Random): CareerStep[] | null {
	const earliest = corpsMade[corps] ?? OLDEST;
	const steps: CareerStep[] = [];
	let { grade, rung } = target;
	const { year, month } = partsOf(addMonths(today, -random.between(1, monthsOn(rung) - 1)));
	let from = dateFrom(year, month, 1);
	let next = today;
	for (;;) {
		const { echelon, chevron } = rung;
		const before = rungsOf(corps, grade).find(({ then }) => then === rung.key);
		const origins = originsOf(corps, grade, rung);
		const made = gradeMade[grade];
		const promoted = origins.length > 0 && from > earliest && (!before || random.chance(0.5));
		const entered = !promoted && (!before || from <= earliest);
		if (entered || promoted) {
			// Part of the time was kept from before: the step is shorter than the grid says.
			const september = septemberFrom(from < earliest ? earliest : from);
			from = september < next ? september : addYears(september, -1);
		}
		if (made && from < made) return null;
		steps.unshift({ corps, grade, echelon, chevron, from });
		if (entered) return steps;
		next = from;
		if (promoted) {
			grade = gradeBelow[grade]!;
			rung = random.pick(origins);
			from = addMonths(from, -random.between(3, monthsOn(rung) - 3));
		} else {
			rung = before!;
			const fast = rung.fastMonths !== null && random.chance(0.3);
			from = addMonths(from, -(fast ? rung.fastMonths! : rung.months!));
		}
	}
}

/** @throws when no past leads there: the grids would have changed under the demonstration */
export function pastOf(target: Target, today: CivilDate, random: Random): readonly CareerStep[] {
	for (let attempt = 0; attempt < 200; attempt++) {
		const steps = tell(target, today, random);
		if (steps) return steps;
	}
	throw new Error(`no past leads to ${target.corps} ${target.grade} ${target.rung.key}`);
}
