/**
 * Refuses what another site makes a browser send. Kit already compares the origin of forms; this one
 * covers every unsafe request, JSON included. A client that sends neither header is not a browser of
 * today: it passes only with nothing of the person's in it, or with a content that no form can send.
 */
import { appError } from '$lib/core/shared';
import { error, type Handle } from '@sveltejs/kit';
import { sessionCookie } from '../identity';
import { isApi, requestedOperation } from './operation';
import { respondError } from './respond';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);
const contentsOfForms = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'];

export function isSameOrigin(request: Request, origin: string, hasSession: boolean): boolean {
	if (safeMethods.has(request.method)) return true;
	const site = request.headers.get('sec-fetch-site');
	const from = request.headers.get('origin');
	if (site !== null && site !== 'same-origin') return false;
	if (from !== null) return from === origin;
	if (site !== null) return true;
	const content = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
	return !hasSession || (content !== '' && !contentsOfForms.includes(content));
}

export const sameOrigin: Handle = ({ event, resolve }) => {
	const hasSession = event.cookies.get(sessionCookie.name) !== undefined;
	if (
		requestedOperation(event)?.anyOrigin ||
		isSameOrigin(event.request, event.url.origin, hasSession)
	) {
		return resolve(event);
	}
	if (isApi(event)) return respondError(appError('http.cross-origin', 'forbidden'));
	error(403, { message: 'Cette demande ne vient pas de Carnet.' });
};
