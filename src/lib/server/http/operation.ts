import { operationOf, type Operation } from '$lib/core/identity';
import type { RequestEvent } from '@sveltejs/kit';

export const isApi = (event: RequestEvent): boolean => event.url.pathname.startsWith('/api/');

function actionOf(event: RequestEvent): string | null {
	if (event.request.method !== 'POST' || isApi(event)) return null;
	for (const key of event.url.searchParams.keys()) {
		// Written out, the name that Kit keeps for itself is nobody's action.
		if (key.startsWith('/')) return key === '/default' ? key : key.slice(1);
	}
	return 'default';
}

/** The line of the policy this request falls under, or null when nobody may make it. */
export function requestedOperation(event: RequestEvent): Operation | null {
	const id = event.route.id;
	return id === null ? null : operationOf(id, event.request.method, actionOf(event));
}
