import { app } from '$lib/server/app';
import { failWith, formFiles, formText } from '$lib/server/http';
import { answerThread, closeThread, readThread, sealFiles } from '$lib/server/messages';
import { error } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await readThread(locals.user!, params.id, await app());
	if (!found.ok) error(404, { message: 'Cet échange n’existe pas dans votre périmètre.' });
	return { thread: found.value };
};

export const actions: Actions = {
	repondre: async (event) => {
		const user = event.locals.user!;
		const form = await event.request.formData();
		const text = formText(form, 'texte');
		const { documents, newId } = await app();
		const files = await sealFiles(user, await formFiles(form, 'fichiers'), documents);
		if (!files.ok) return failWith(event, files.error, { text });
		const command = { thread: event.params.id, text, files: files.value };
		const done = await answerThread(user, command, { newId });
		return done.ok ? { sent: true } : failWith(event, done.error, { text });
	},
	clore: async (event) => {
		const done = await closeThread(event.locals.user!, event.params.id);
		return done.ok ? { closed: true } : failWith(event, done.error, {});
	}
};
