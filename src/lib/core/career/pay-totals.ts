/** What the totals of a month's pay are made of. */
import { weakest, type Explanation } from '../reference';
import { frenchEuros, type CivilDate } from '../shared';
import { mergeSources } from './explain';
import type { Pay, PayLine } from './pay';

function explainSum(
	rule: string,
	text: string,
	lines: readonly PayLine[],
	on: CivilDate
): Explanation {
	return {
		rule,
		text,
		inputs: lines.map(({ label, amount }) => ({ label, value: frenchEuros(amount) })),
		sources: mergeSources(...lines.map(({ why }) => why.sources)),
		confidence: weakest(...lines.map(({ why }) => why.confidence)),
		at: on
	};
}

export const explainTotals = (
	{ lines }: Pay,
	on: CivilDate
): { readonly totalGross: Explanation; readonly net: Explanation } => ({
	totalGross: explainSum(
		'total-brut',
		'Traitement, indemnités et supplément familial, avant les cotisations.',
		lines.filter(({ kind }) => kind === 'paid'),
		on
	),
	net: explainSum(
		'net-mensuel',
		'Total brut moins les cotisations, avant l’impôt, la complémentaire santé et les heures supplémentaires. L’indemnité compensatrice de la CSG, propre à chacun, n’est pas comptée.',
		lines,
		on
	)
});
