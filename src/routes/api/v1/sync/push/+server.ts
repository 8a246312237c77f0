import { pushRequestSchema } from '$lib/core/sync';
import { app } from '$lib/server/app';
import { readJson, respond, respondError } from '$lib/server/http';
import { push } from '$lib/server/sync';
import { syncTargets } from '$lib/server/sync-sources';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, locals }) => {
	const body = await readJson(request, pushRequestSchema);
	if (!body.ok) return respondError(body.error);
	const { clock } = await app();
	const onTrouble = (err: unknown) => locals.log.error({ err }, 'a mutation could not be applied');
	return respond(
		await push({ user: locals.user!, request: body.value, targets: syncTargets, clock, onTrouble })
	);
};
