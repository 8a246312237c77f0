import { app } from '$lib/server/app';
import { clearSession, clientOf } from '$lib/server/http';
import { signOut } from '$lib/server/identity';
import { redirect } from '@sveltejs/kit';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async (event) => {
		const { user, session } = event.locals;
		await signOut({ user: user!, sessionId: session!.id, client: clientOf(event) }, await app());
		clearSession(event);
		redirect(303, '/connexion');
	}
};
