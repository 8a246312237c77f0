import { academies } from '$lib/data/academies';
import { app } from '$lib/server/app';
import { failWith, formFiles } from '$lib/server/http';
import {
	approveCircular,
	attachmentsOfCircular,
	correctCircular,
	countConcerned,
	readCircular,
	readCircularForm,
	readDeparture,
	readRemoved,
	readingsOf,
	rehearseCircular,
	saveCircular,
	sealFiles,
	sendCircular
} from '$lib/server/messages';
import { error, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const user = locals.user!;
	const found = await readCircular(user, params.id);
	if (!found.ok) error(404, { message: 'Cette circulaire n’existe pas dans votre académie.' });
	const circular = found.value;
	const all = academies.find(({ code }) => code === user.academie)?.departements ?? [];
	return {
		circular,
		own: circular.authorId === user.id,
		concerned: await countConcerned(circular.audience),
		attachments: await attachmentsOfCircular(circular.id),
		readings: await readingsOf(circular.id),
		departements: all.filter(({ code }) => !user.departement || code === user.departement)
	};
};

export const actions: Actions = {
	enregistrer: async (event) => {
		const user = event.locals.user!;
		const form = await event.request.formData();
		const draft = readCircularForm(form);
		if (!draft.ok) return failWith(event, draft.error, {});
		const { documents, clock } = await app();
		const added = await sealFiles(user, await formFiles(form, 'fichiers'), documents);
		if (!added.ok) return failWith(event, added.error, {});
		const saved = { ...draft.value, added: added.value, removed: readRemoved(form) };
		const done = await saveCircular(user, event.params.id, saved, { clock });
		return done.ok ? { done: 'Brouillon enregistré.' } : failWith(event, done.error, {});
	},
	repeter: async (event) => {
		const done = await rehearseCircular(event.locals.user!, event.params.id, await app());
		if (!done.ok) return failWith(event, done.error, {});
		return { done: 'Répétition envoyée à vous seul, par les canaux que vous avez choisis.' };
	},
	envoyer: async (event) => {
		const at = readDeparture(await event.request.formData());
		const done = await sendCircular(event.locals.user!, event.params.id, at, await app());
		if (!done.ok) return failWith(event, done.error, {});
		return done.value === 'to-approve'
			? { done: 'Un second accord est demandé.' }
			: { done: 'Envoi programmé.' };
	},
	accorder: async (event) => {
		const done = await approveCircular(event.locals.user!, event.params.id, await app());
		return done.ok ? { done: 'Envoi accordé.' } : failWith(event, done.error, {});
	},
	corriger: async (event) => {
		const done = await correctCircular(event.locals.user!, event.params.id, await app());
		if (!done.ok) return failWith(event, done.error, {});
		redirect(303, `/diffusion/${done.value}`);
	}
};
