import type { Facts } from './facts';
import { isMissing, type Question } from './missing';
import type { Predicate } from './rule';

/** Three answers: yes, no, or the questions to ask first. */
export type Answer = true | false | readonly Question[];

/** What earlier rules gave on this wish, for predicates that rest on them. */
export type Counting = (rule: string) => Answer;

export function holds(predicate: Predicate, facts: Facts, counting: Counting): Answer {
	if ('counts' in predicate) {
		const questions: Question[] = [];
		for (const rule of predicate.counts) {
			const answer = counting(rule);
			if (answer === true) return true;
			if (answer !== false) questions.push(...answer);
		}
		return questions.length > 0 ? questions : false;
	}
	const fact = facts[predicate.fact];
	if (isMissing(fact)) return [fact];
	if ('is' in predicate) return fact === predicate.is;
	if ('not' in predicate) return fact !== predicate.not;
	if ('in' in predicate) return predicate.in.includes(fact);
	return Number(fact) >= predicate.atLeast;
}

/** All of them: the first « no » wins over any question. */
export function allHold(
	predicates: readonly Predicate[],
	facts: Facts,
	counting: Counting
): { readonly answer: Answer; readonly failed?: Predicate } {
	const questions: Question[] = [];
	for (const predicate of predicates) {
		const answer = holds(predicate, facts, counting);
		if (answer === false) return { answer: false, failed: predicate };
		if (answer !== true) questions.push(...answer);
	}
	return { answer: questions.length > 0 ? questions : true };
}
