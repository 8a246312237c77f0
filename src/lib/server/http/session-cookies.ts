import { deviceCookie, flowCookie, sessionCookie, type Client, type SignedIn } from '../identity';
import { deviceLabel, PERSON_COOKIE, PHONE_COOKIE, type FlowPurpose } from '$lib/core/identity';
import type { RequestEvent } from '@sveltejs/kit';

/** As long as a browser keeps a cookie; the server alone decides when a session ends. */
const LONGEST = 400 * 24 * 3600;

/** What identity needs to know of the browser that asks. */
export const clientOf = (event: RequestEvent): Client => ({
	address: event.getClientAddress(),
	device: deviceLabel(event.request.headers.get('user-agent') ?? ''),
	deviceToken: event.cookies.get(deviceCookie.name) ?? null,
	sessionId: event.cookies.get(sessionCookie.name) ?? null
});

export function setSessionCookies(event: RequestEvent, signedIn: SignedIn): void {
	const options = { ...sessionCookie.options, maxAge: LONGEST };
	event.cookies.set(sessionCookie.name, signedIn.sessionId, options);
	event.cookies.set(deviceCookie.name, signedIn.deviceToken, deviceCookie.options);
	event.cookies.set(PERSON_COOKIE, signedIn.account.id, { ...options, httpOnly: false });
}

/** On a shared device: cookies that the browser drops when it closes, and nothing that recognises it. */
export function endWithBrowser(event: RequestEvent): void {
	const id = event.cookies.get(sessionCookie.name);
	const person = event.locals.user?.id;
	if (!id || !person) return;
	event.cookies.set(sessionCookie.name, id, sessionCookie.options);
	event.cookies.set(PERSON_COOKIE, person, { ...sessionCookie.options, httpOnly: false });
	event.cookies.delete(deviceCookie.name, deviceCookie.options);
}

/** Forgets the session and what the browser kept of it; never the other cookies of the domain. */
export function clearSession(event: RequestEvent): void {
	event.cookies.delete(sessionCookie.name, sessionCookie.options);
	for (const name of [PERSON_COOKIE, PHONE_COOKIE])
		event.cookies.delete(name, { ...sessionCookie.options, httpOnly: false });
	event.setHeaders({ 'clear-site-data': '"cache", "storage"' });
}

export const setFlowCookie = (event: RequestEvent, purpose: FlowPurpose, token: string): void =>
	event.cookies.set(flowCookie.nameOf(purpose), token, flowCookie.options);

export const flowToken = (event: RequestEvent, purpose: FlowPurpose): string | null =>
	event.cookies.get(flowCookie.nameOf(purpose)) ?? null;

export const clearFlow = (event: RequestEvent, purpose: FlowPurpose): void =>
	event.cookies.delete(flowCookie.nameOf(purpose), flowCookie.options);
