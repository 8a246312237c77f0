import { app } from '$lib/server/app';
import { failWith, formText } from '$lib/server/http';
import { answerThread, closeThread, readThread } from '$lib/server/messages';
import { error } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await readThread(locals.user!, params.id);
	if (!found.ok) error(404, { message: 'Cet échange n’existe pas dans votre périmètre.' });
	return { thread: found.value };
};

export const actions: Actions = {
	repondre: async (event) => {
		const text = formText(await event.request.formData(), 'texte');
		const command = { thread: event.params.id, text };
		const done = await answerThread(event.locals.user!, command, await app());
		return done.ok ? { sent: true } : failWith(event, done.error, { text });
	},
	clore: async (event) => {
		const done = await closeThread(event.locals.user!, event.params.id);
		return done.ok ? { closed: true } : failWith(event, done.error, {});
	}
};
