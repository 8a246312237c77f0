import { ok } from '$lib/core/shared';
import { app } from '$lib/server/app';
import { respond } from '$lib/server/http';
import { checkPush } from '$lib/server/notifications';
import type { RequestHandler } from './$types';

/** The person wants to see that their devices can be told. */
export const POST: RequestHandler = async ({ locals }) => {
	await checkPush(locals.user!.id, await app());
	return respond(ok(null));
};
