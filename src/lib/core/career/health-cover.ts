import { weakest, type Explanation } from '../reference';
import { frenchEuros, frenchPercent, roundCents, type CivilDate } from '../shared';
import type { CareerReference } from './reference';

export interface HealthCover {
	/** Monthly part of the agent. */
	readonly amount: number;
	readonly why: Explanation;
}

/** The agent's part of the compulsory collective contract; null before it exists, unless its terms are given. */
export function healthCover(
	gross: number,
	on: CivilDate,
	given: { readonly balance: number; readonly referencePay: number } | null,
	reference: CareerReference
): HealthCover | null {
	const rule = reference.data.remuneration.psc;
	if (given === null && on < rule.from) return null;
	const { balance, referencePay } = given ?? rule;
	const amount = roundCents(
		balance * rule.flatShare + balance * rule.variableShare * (gross / referencePay)
	);
	return {
		amount,
		why: {
			rule: 'psc',
			text: `Cotisation d’équilibre de ${frenchEuros(balance)}\u00a0: ${frenchPercent(rule.flatShare)} forfaitaires + ${frenchPercent(rule.variableShare)} × ${frenchEuros(gross)} ÷ ${frenchEuros(referencePay)}. Le plafond de la rémunération prise en compte n’a pas été trouvé.`,
			inputs: [{ label: 'Cotisation d’équilibre', value: frenchEuros(balance) }],
			sources: reference.sources(rule.sources),
			confidence: given ? rule.confidence : weakest(rule.confidence, rule.referencePayConfidence),
			at: on
		}
	};
}
