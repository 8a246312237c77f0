import { formText } from '$lib/server/http';
import { discardDeadLetters, listDeadLetters, retryDeadLetters } from '$lib/server/jobs';
import type { RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({ letters: await listDeadLetters() });

const chosen = async (event: RequestEvent) => [formText(await event.request.formData(), 'tache')];

export const actions: Actions = {
	reprendre: async (event) => {
		await retryDeadLetters(await chosen(event));
		return { retried: true };
	},
	abandonner: async (event) => {
		await discardDeadLetters(await chosen(event));
		return { discarded: true };
	}
};
