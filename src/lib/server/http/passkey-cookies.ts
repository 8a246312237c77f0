import type { Result } from '$lib/core/shared';
import { ok } from '$lib/core/shared';
import type { RequestEvent } from '@sveltejs/kit';
import { respond } from './respond';
import { setFlowCookie } from './session-cookies';

/** Gives the browser the options of a ceremony, and keeps its challenge in a cookie. */
export function respondCeremony(
	event: RequestEvent,
	started: Result<{ options: object; token: string }>
): Response {
	if (!started.ok) return respond(started);
	setFlowCookie(event, 'passkey', started.value.token);
	return respond(ok(started.value.options));
}
