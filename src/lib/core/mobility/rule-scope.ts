import { wishFactNames, type FactName } from './fact-names';
import type { Predicate, Rule } from './rule';

const ofWish: ReadonlySet<FactName> = new Set(wishFactNames);
const known = new WeakMap<Rule, boolean>();

function read(rule: Rule): boolean {
	const predicates: readonly Predicate[] = [
		...(rule.claim ?? []),
		...(rule.when ?? []),
		...rule.cases.flatMap((one) => one.when ?? [])
	];
	if (predicates.some((one) => 'counts' in one || ofWish.has(one.fact))) return true;
	if (rule.inputs.some((name) => ofWish.has(name))) return true;
	return rule.cases.some(({ amounts }) =>
		amounts.some((one) => one.kind === 'average' || ('of' in one && ofWish.has(one.of)))
	);
}

/** Whether the rule's answer can differ from one wish to the next; the others are answered once. */
export function dependsOnWish(rule: Rule): boolean {
	let answer = known.get(rule);
	if (answer === undefined) known.set(rule, (answer = read(rule)));
	return answer;
}
