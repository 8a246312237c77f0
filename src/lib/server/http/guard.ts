import { allows, needOf } from '$lib/core/identity';
import { error, type Handle } from '@sveltejs/kit';
import { respondError } from './respond';
import { appError } from '$lib/core/shared';

const isApi = (path: string) => path.startsWith('/api/');

function actionOf(event: Parameters<Handle>[0]['event']): string | null {
	if (event.request.method !== 'POST' || isApi(event.url.pathname)) return null;
	for (const key of event.url.searchParams.keys()) if (key.startsWith('/')) return key.slice(1);
	return 'default';
}

/** Applies the policy. An unknown route and a forbidden one answer alike. */
export const guard: Handle = async ({ event, resolve }) => {
	const id = event.route.id;
	const need = id === null ? null : needOf(id, event.request.method, actionOf(event));
	const { user } = event.locals;
	if (need !== null && allows(need, user?.role ?? null)) return resolve(event);
	if (isApi(event.url.pathname)) {
		const signedOut = need !== null && user === null;
		return respondError(
			signedOut
				? appError('identity.session-required', 'unauthenticated')
				: appError('http.not-found', 'not-found')
		);
	}
	if (need !== null && user === null) {
		const target = encodeURIComponent(event.url.pathname);
		return new Response(null, { status: 303, headers: { location: `/connexion?suite=${target}` } });
	}
	error(404, { message: 'Cette page n’existe pas.' });
};
