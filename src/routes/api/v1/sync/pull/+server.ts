import { deviceLabel } from '$lib/core/identity';
import { pullRequestSchema } from '$lib/core/sync';
import { app } from '$lib/server/app';
import { readJson, respond, respondError } from '$lib/server/http';
import { pull, seeDevice, type PullCommand } from '$lib/server/sync';
import { syncSources } from '$lib/server/sync-sources';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, locals }) => {
	const body = await readJson(request, pullRequestSchema);
	if (!body.ok) return respondError(body.error);
	const { clock } = await app();
	const user = locals.user!;
	const label = deviceLabel(request.headers.get('user-agent') ?? '');
	const onSeen: PullCommand['onSeen'] = (device) => seeDevice(user, { ...device, label });
	return respond(await pull({ user, request: body.value, sources: syncSources, clock, onSeen }));
};
