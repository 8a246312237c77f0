/** Why a step to come pays what it pays. */
import type { Explanation } from '../reference';
import { explainGross } from './explain';
import { indexAt } from './ladder';
import { rungKey } from './position';
import type { Step } from './projection';
import { ladderOf, type CareerReference } from './reference';

export function explainStepPay(
	{ position, date, indice, gross }: Step,
	reference: CareerReference
): Explanation {
	const ladder = ladderOf(reference, position.corps, position.grade)!;
	const index = indexAt(ladder, rungKey(position.echelon, position.chevron), date);
	if (index === null || indice === null || indice === index.value)
		return explainGross(reference, index, gross, date);
	const why = explainGross(reference, { ...index, value: indice }, gross, date);
	return {
		...why,
		text: `${why.text} L’indice de l’échelon est ${index.value}\u202f; celui de l’ancien corps, plus élevé, est gardé à titre personnel.`
	};
}
