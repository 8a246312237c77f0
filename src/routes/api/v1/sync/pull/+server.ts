import { pullRequestSchema } from '$lib/core/sync';
import { app } from '$lib/server/app';
import { readJson, respond, respondError } from '$lib/server/http';
import { pull } from '$lib/server/sync';
import { syncSources } from '$lib/server/sync-sources';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, locals }) => {
	const body = await readJson(request, pullRequestSchema);
	if (!body.ok) return respondError(body.error);
	const { clock } = await app();
	return respond(
		await pull({ user: locals.user!, request: body.value, sources: syncSources, clock })
	);
};
