import { readSession, sessionCookie } from '../identity';
import type { Handle } from '@sveltejs/kit';
import { requestedOperation } from './operation';

/** Who is asking. A cookie that opens nothing any more is taken back; what any site may call reads none. */
export const session: Handle = async ({ event, resolve }) => {
	if (requestedOperation(event)?.anyOrigin) return resolve(event);
	const id = event.cookies.get(sessionCookie.name);
	if (!id) return resolve(event);
	const open = await readSession(id);
	if (open) {
		event.locals.user = open.user;
		event.locals.session = open.session;
	} else {
		event.cookies.delete(sessionCookie.name, sessionCookie.options);
	}
	return resolve(event);
};
