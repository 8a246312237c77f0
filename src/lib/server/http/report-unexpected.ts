import type { HandleServerError } from '@sveltejs/kit';

/** What nobody expected: the person sees an identifier that is also in the log, and nothing else. */
export const reportUnexpected: HandleServerError = ({ error, event, status, message }) => {
	if (status === 404) return { message: 'Cette page n’existe pas.' };
	const id = event.locals.requestId ?? '';
	event.locals.log?.error({ err: error, route: event.route.id, status }, message);
	return { message: 'Une erreur est survenue.', id };
};
