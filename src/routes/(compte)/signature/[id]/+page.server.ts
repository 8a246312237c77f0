import { app } from '$lib/server/app';
import { failWith } from '$lib/server/http';
import { confirmationOf, signConfirmation } from '$lib/server/mobility';
import { error, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const confirmation = await confirmationOf(locals.user!.id, params.id);
	if (!confirmation) error(404, { message: 'Cette page n’existe pas.' });
	return { confirmation };
};

export const actions: Actions = {
	default: async (event) => {
		const command = { user: event.locals.user!, id: event.params.id };
		const done = await signConfirmation(command, await app());
		if (!done.ok) return failWith(event, done.error, {});
		redirect(303, '/mutation/demande');
	}
};
