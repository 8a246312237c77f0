import { deviceCookie, sessionCookie, type Client, type SignedIn } from '../identity';
import { deviceLabel } from '$lib/core/identity';
import type { RequestEvent } from '@sveltejs/kit';

/** What identity needs to know of the browser that asks. */
export const clientOf = (event: RequestEvent): Client => ({
	address: event.getClientAddress(),
	device: deviceLabel(event.request.headers.get('user-agent') ?? ''),
	deviceToken: event.cookies.get(deviceCookie.name) ?? null,
	sessionId: event.cookies.get(sessionCookie.name) ?? null
});

export function setSessionCookies(event: RequestEvent, signedIn: SignedIn): void {
	// As long as a browser keeps one; the server alone decides when the session ends.
	const maxAge = 400 * 24 * 3600;
	event.cookies.set(sessionCookie.name, signedIn.sessionId, { ...sessionCookie.options, maxAge });
	event.cookies.set(deviceCookie.name, signedIn.deviceToken, deviceCookie.options);
}

/** Forgets the session and what the browser kept of it; never the other cookies of the domain. */
export function clearSession(event: RequestEvent): void {
	event.cookies.delete(sessionCookie.name, sessionCookie.options);
	event.setHeaders({ 'clear-site-data': '"cache", "storage"' });
}
