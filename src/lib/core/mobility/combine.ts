/** Rights the law does not let a person add up: who wins, and what is said of the loser. */
import type { Bareme } from './campaign';
import type { Outcome } from './evaluate-rule';
import type { Rule } from './rule';

type Outcomes = Map<string, Outcome>;
export type RulesById = ReadonlyMap<string, Rule>;

const pointsOf = (outcomes: Outcomes, id: string): number => {
	const outcome = outcomes.get(id);
	return outcome?.is === 'counts' ? outcome.points : 0;
};

const counts = (outcomes: Outcomes, id: string) => outcomes.get(id)?.is === 'counts';

/** Applies the pairs in their written order, then the groups, to `outcomes`. */
export function setAside(bareme: Bareme, rules: RulesById, outcomes: Outcomes): void {
	for (const { a, b, confidence } of bareme.exclusions) {
		if (!counts(outcomes, a) || rules.get(a)?.asked) continue;
		const reason = `Ne se cumule pas avec «\u202f${rules.get(a)?.label ?? a}\u202f», qui compte.`;
		for (const id of b) {
			if (!counts(outcomes, id) || rules.get(id)?.asked) continue;
			outcomes.set(id, { is: 'excluded', reason, confidence });
		}
	}
	for (const { bundles, confidence } of bareme.groups) {
		const present = bundles.filter((bundle) => bundle.some((id) => counts(outcomes, id)));
		if (present.length < 2) continue;
		const worth = (bundle: readonly string[]) =>
			bundle.reduce((sum, id) => sum + pointsOf(outcomes, id), 0);
		const best = present.reduce((a, b) => (worth(b) > worth(a) ? b : a));
		const head = best.find((id) => counts(outcomes, id))!;
		const reason = `Ne se cumule pas avec «\u202f${rules.get(head)?.label ?? head}\u202f», plus favorable ici.`;
		for (const id of present.filter((bundle) => bundle !== best).flat()) {
			if (counts(outcomes, id)) outcomes.set(id, { is: 'excluded', reason, confidence });
		}
	}
}
