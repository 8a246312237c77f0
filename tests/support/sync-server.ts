/** The product's own sync, reached without a network: what a phone's `fetch` calls in tests. */
import type { Fetch } from '$lib/client/http';
import type { SessionUser } from '$lib/core/identity';
import { appError, ok } from '$lib/core/shared';
import { pullRequestSchema, pushRequestSchema } from '$lib/core/sync';
import { readJson, respond, respondError } from '$lib/server/http';
import {
	isRevoked,
	pull,
	push,
	seeDevice,
	type PullCommand,
	type SyncTarget
} from '$lib/server/sync';
import { syncSources, syncTargets } from '$lib/server/sync-sources';

const clock = { now: () => new Date() };

async function answerPull(request: Request, user: SessionUser): Promise<Response> {
	const body = await readJson(request, pullRequestSchema);
	if (!body.ok) return respondError(body.error);
	const onSeen: PullCommand['onSeen'] = (device) => seeDevice(user, { ...device, label: 'Test' });
	return respond(await pull({ user, request: body.value, sources: syncSources, clock, onSeen }));
}

async function answerPush(
	request: Request,
	user: SessionUser,
	onTrouble: (error: unknown) => void,
	targets: readonly SyncTarget[]
): Promise<Response> {
	const body = await readJson(request, pushRequestSchema);
	if (!body.ok) return respondError(body.error);
	return respond(await push({ user, request: body.value, targets, clock, onTrouble }));
}

/**
 * @param session who the server believes is asking, null once the session has ended
 * @param onTrouble told of what made a mutation fail
 * @param targets the product's own, or some that fail
 */
export const serverFetch =
	(
		session: () => SessionUser | null,
		onTrouble: (error: unknown) => void = (error) => {
			throw error;
		},
		targets: readonly SyncTarget[] = syncTargets
	): Fetch =>
	async (input, { method = 'GET', headers = {}, body = null } = {}) => {
		const request = new Request(`http://localhost${String(input)}`, { method, headers, body });
		const asked = /\/appareils\/(.+)$/.exec(String(input));
		if (asked) return respond(ok({ revoked: await isRevoked(asked[1]!) }));
		const user = session();
		if (!user) return respondError(appError('identity.session-required', 'unauthenticated'));
		return String(input).endsWith('/pull')
			? answerPull(request, user)
			: answerPush(request, user, onTrouble, targets);
	};
