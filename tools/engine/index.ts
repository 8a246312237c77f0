/** The engine as a library: the questions of the open API, answered where they are asked. */
import { careerSimulations } from '$lib/core/career';
import { simulateBareme } from '$lib/core/mobility';
import { careerReference, careerSeal } from '$lib/data';
import { mobilityReference } from '$lib/data/mobility';

type Answer = ReturnType<typeof simulateBareme>;

export const questions = [...Object.keys(careerSimulations), 'bareme'];
export const rulesVersion = careerSeal.version;

export function simulate(question: string, input: unknown): Answer {
	if (question === 'bareme') return simulateBareme(input, mobilityReference);
	const answer = careerSimulations[question as keyof typeof careerSimulations];
	if (!answer) throw new RangeError(`unknown question: ${question}`);
	return answer(input, careerReference);
}
