import { LEAVING_COOKIE } from '$lib/core/identity';
import type { Handle, RequestEvent } from '@sveltejs/kit';
import { closeSession, readSession, sessionCookie } from '../identity';
import { requestedOperation } from './operation';

function takeLeave(event: RequestEvent): boolean {
	if (event.cookies.get(LEAVING_COOKIE) === undefined) return false;
	event.cookies.delete(LEAVING_COOKIE, { path: '/', secure: true });
	return true;
}

/** The session that the cookie opens, unless the person asked to leave while there was no network. */
async function openedBy(event: RequestEvent, id: string) {
	if (!takeLeave(event)) return readSession(id);
	await closeSession(id);
	return null;
}

/** Who is asking. A cookie that opens nothing any more is taken back; what any site may call reads none. */
export const session: Handle = async ({ event, resolve }) => {
	if (requestedOperation(event)?.anyOrigin) return resolve(event);
	const id = event.cookies.get(sessionCookie.name);
	if (!id) {
		takeLeave(event);
		return resolve(event);
	}
	const open = await openedBy(event, id);
	if (open) {
		event.locals.user = open.user;
		event.locals.session = open.session;
	} else {
		event.cookies.delete(sessionCookie.name, sessionCookie.options);
	}
	return resolve(event);
};
