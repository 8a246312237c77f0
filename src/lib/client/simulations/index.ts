/** The questions of the open API answered on this device, by the same engine and without the network. */
import { careerQuestions } from '$lib/core/career';
import { baremeQuestion } from '$lib/core/mobility';
import type { AppError, Result } from '$lib/core/shared';
import { careerReference } from '$lib/data';
import { mobilityReference } from '$lib/data/mobility';

export interface LocalQuestion {
	readonly name: string;
	readonly title: string;
	readonly summary: string;
	readonly example: object;
	ask(input: unknown): Result<Readonly<Record<string, unknown>>>;
}

export const localQuestions: readonly LocalQuestion[] = [
	...careerQuestions.map((question) => ({
		...question,
		ask: (input: unknown) => question.simulation(input, careerReference)
	})),
	{ ...baremeQuestion, ask: (input) => baremeQuestion.simulation(input, mobilityReference) }
];

const refusal = ({ code, meta }: Pick<AppError, 'code' | 'meta'>) => ({ error: { code, ...meta } });

/** The body that the API would answer to the body `text`. */
export function answerLocally(question: LocalQuestion, text: string): object {
	let input: unknown;
	try {
		input = JSON.parse(text);
	} catch {
		const issues = [{ path: '', message: 'Le corps n’est pas du JSON valide.' }];
		return refusal({ code: 'http.not-json', meta: { issues } });
	}
	const answer = question.ask(input);
	return answer.ok ? answer.value : refusal(answer.error);
}
