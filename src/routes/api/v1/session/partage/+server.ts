import { ok } from '$lib/core/shared';
import { endWithBrowser, respond } from '$lib/server/http';
import type { RequestHandler } from './$types';

/** The device is shared: the session must not outlive this browser. */
export const POST: RequestHandler = (event) => {
	endWithBrowser(event);
	return respond(ok(null));
};
