import { app } from '$lib/server/app';
import { failWith, formText } from '$lib/server/http';
import { reportPhishing } from '$lib/server/identity';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({ origin: (await app()).env.origin.origin });

export const actions: Actions = {
	default: async (event) => {
		const description = formText(await event.request.formData(), 'message');
		const command = { user: event.locals.user!, description };
		const done = await reportPhishing(command, await app());
		return done.ok ? { reported: true } : failWith(event, done.error, { description });
	}
};
