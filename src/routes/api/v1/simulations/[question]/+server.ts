import { careerSimulations } from '$lib/core/career';
import { appError } from '$lib/core/shared';
import { careerReference } from '$lib/data';
import { respondError, simulationRoute } from '$lib/server/http';
import type { RequestHandler } from './$types';

const answers = new Map(
	Object.entries(careerSimulations).map(([question, simulation]) => [
		question,
		simulationRoute(simulation, () => careerReference)
	])
);

export const POST: RequestHandler = (event) => {
	const answer = answers.get(event.params.question);
	return answer ? answer(event) : respondError(appError('http.not-found', 'not-found'));
};
