import { readSession, sessionCookie } from '../identity';
import type { Handle } from '@sveltejs/kit';

/** Who is asking. A cookie that opens nothing any more is taken back. */
export const session: Handle = async ({ event, resolve }) => {
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
