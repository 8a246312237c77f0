import { app } from '$lib/server/app';
import { decisionActions } from '$lib/server/http';
import { accessRequests, decideAccessRequest } from '$lib/server/identity';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	requests: await accessRequests(locals.user!)
});

export const actions = decisionActions(async (user, id, approved) =>
	decideAccessRequest({ user, id, approved }, await app())
);
