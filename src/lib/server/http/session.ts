import { LEAVING_COOKIE } from '$lib/core/identity';
import type { Handle, RequestEvent } from '@sveltejs/kit';
import { closeSession, readSession, sessionCookie } from '../identity';
import type { Handle } from '@sveltejs/kit';
import { requestedOperation } from './operation';

/** The session that the cookie opens, unless the person asked to leave while there was no network. */
async function openedBy(event: RequestEvent, id: string) {
	if (event.cookies.get(LEAVING_COOKIE) === undefined) return readSession(id);
	await closeSession(id);
	event.cookies.delete(LEAVING_COOKIE, { path: '/', secure: true });
	return null;
}

/** Who is asking. A cookie that opens nothing any more is taken back; what any site may call reads none. */
export const session: Handle = async ({ event, resolve }) => {
	if (requestedOperation(event)?.anyOrigin) return resolve(event);
	const id = event.cookies.get(sessionCookie.name);
	const left = event.cookies.get(LEAVING_COOKIE) !== undefined;
	if (left) event.cookies.delete(LEAVING_COOKIE, { ...sessionCookie.options, httpOnly: false });
	if (!id) return resolve(event);
	const open = await openedBy(event, id);
	if (left) {
		// The person signed out without the network: the session ends before it serves anybody else.
		await closeSession(id);
	}
	const open = await readSession(id);
	if (open) {
		event.locals.user = open.user;
		event.locals.session = open.session;
	} else {
		event.cookies.delete(sessionCookie.name, sessionCookie.options);
	}
	return resolve(event);
};
