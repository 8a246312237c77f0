import type { Simulation } from '$lib/core/reference';
import { appError, type ErrorCode, type ErrorKind } from '$lib/core/shared';
import type { RequestHandler } from '@sveltejs/kit';
import { respond, respondError } from '../respond';

const refused = (code: ErrorCode, kind: ErrorKind, message: string, id?: string) =>
	respondError(appError(code, kind, { ...(id ? { id } : {}), issues: [{ path: '', message }] }));

/** `export const POST = simulationRoute(carriere, () => careerReference)` is a whole endpoint. */
export const simulationRoute =
	<R>(simulation: Simulation<R>, reference: () => R | Promise<R>): RequestHandler =>
	async ({ request, locals }) => {
		if (!request.headers.get('content-type')?.startsWith('application/json'))
			return refused('http.json-expected', 'unsupported', 'Corps attendu en application/json.');
		const body: unknown = await request.json().catch(() => undefined);
		if (body === undefined)
			return refused('http.not-json', 'validation', 'Le corps n’est pas du JSON valide.');
		try {
			return respond(simulation(body, await reference()));
		} catch (error) {
			// Answered here rather than by Kit's error page, so that the caller gets JSON.
			locals.log.error({ err: error }, 'simulation failed');
			const message = 'Une erreur est survenue.';
			return refused('http.internal', 'internal', message, locals.requestId);
		}
	};
