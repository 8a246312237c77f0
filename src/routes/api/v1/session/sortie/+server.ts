import { app } from '$lib/server/app';
import { clearSession, clientOf } from '$lib/server/http';
import { signOut } from '$lib/server/identity';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
	const { user, session } = event.locals;
	await signOut({ user: user!, sessionId: session!.id, client: clientOf(event) }, await app());
	clearSession(event);
	return new Response(null, { status: 204 });
};
