import { app } from '../app';
import { duringRequest } from '../traffic';
import type { Handle } from '@sveltejs/kit';

/** Gives each request an identifier and a logger, and writes one line when it has been answered. */
export const requestContext: Handle = async ({ event, resolve }) => {
	const { log, newId } = await app();
	const started = performance.now();
	event.locals.requestId = newId();
	event.locals.log = log.child({ request: event.locals.requestId });
	event.locals.user = null;
	event.locals.session = null;
	const response = await duringRequest(() => resolve(event));
	response.headers.set('x-request-id', event.locals.requestId);
	event.locals.log.info(
		{
			method: event.request.method,
			// The route, not the address: an address may hold an identifier.
			route: event.route.id,
			status: response.status,
			ms: Math.round(performance.now() - started)
		},
		'request'
	);
	return response;
};
