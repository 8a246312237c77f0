import { weakest, type Confidence } from '../reference';
import { measure, roundPoints } from './amount';
import type { Facts } from './facts';
import { isMissing, type Question } from './missing';
import { allHold, type Answer, type Counting } from './predicate';
import type { Condition, Rule } from './rule';

/** The three answers of a rule, and a fourth: it does not concern this person. */
export type Outcome =
	| { readonly is: 'silent' }
	| { readonly is: 'counts'; readonly points: number; readonly confidence: Confidence }
	| { readonly is: 'excluded'; readonly reason: string; readonly confidence: Confidence }
	| { readonly is: 'waiting' };

export interface Evaluated {
	readonly outcome: Outcome;
	readonly questions: readonly Question[];
}

const silent: Evaluated = { outcome: { is: 'silent' }, questions: [] };
const UNPUBLISHED = 'Le tableau publié ne donne rien pour cette valeur.';

/** Contacts by sea come from a list nobody has checked: what rests on them says so. */
const unverifiedContact = (rule: Rule, facts: Facts): boolean =>
	rule.inputs.some((name) => facts[name] === 'touche-par-mer' || facts[name] === 'mer');

export function evaluateRule(
	rule: Rule,
	facts: Facts,
	counting: Counting,
	subtotal: number
): Evaluated {
	const claim = allHold(rule.claim ?? [], facts, counting);
	if (claim.answer === false) return silent;
	const conditions = allHold(rule.when ?? [], facts, counting);
	if (conditions.answer === false) {
		if (claim.answer !== true) return silent;
		const reason = (conditions.failed as Condition).else;
		const confidence = unverifiedContact(rule, facts) ? 'non-verifiee' : rule.confidence;
		return { outcome: { is: 'excluded', reason, confidence }, questions: [] };
	}
	const waiting = [...asked(claim.answer), ...asked(conditions.answer)];
	if (waiting.length > 0) {
		const alsoNeeded = rule.inputs.flatMap((name) => {
			const fact = facts[name];
			return isMissing(fact) ? [fact] : [];
		});
		return { outcome: { is: 'waiting' }, questions: [...waiting, ...alsoNeeded] };
	}
	return points(rule, facts, counting, subtotal);
}

const asked = (answer: Answer): readonly Question[] => (typeof answer === 'boolean' ? [] : answer);

function points(rule: Rule, facts: Facts, counting: Counting, subtotal: number): Evaluated {
	for (const candidate of rule.cases) {
		const { answer } = allHold(candidate.when ?? [], facts, counting);
		if (answer === false) continue;
		if (answer !== true) return { outcome: { is: 'waiting' }, questions: answer };
		const parts = candidate.amounts.map((amount) => measure(amount, facts, subtotal));
		const questions = parts.flatMap((part) => part.questions);
		if (parts.some((part) => part.unpublished)) {
			const { confidence } = rule;
			return { outcome: { is: 'excluded', reason: UNPUBLISHED, confidence }, questions };
		}
		const confidences = parts.map((part) => part.confidence ?? rule.confidence);
		if (unverifiedContact(rule, facts)) confidences.push('non-verifiee');
		return {
			outcome: {
				is: 'counts',
				points: roundPoints(parts.reduce((sum, part) => sum + part.points, 0)),
				confidence: weakest(...confidences)
			},
			questions
		};
	}
	return silent;
}
