import type { Handle } from '@sveltejs/kit';

/** For what Kit answers; the HTTP server in front sets the same on static files. */
export const securityHeaders: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
	return response;
};
