import { app } from '$lib/server/app';
import { listCirculars, startCircular } from '$lib/server/messages';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	circulars: await listCirculars(locals.user!.academie)
});

export const actions: Actions = {
	nouvelle: async ({ locals }) => {
		const id = await startCircular(locals.user!, await app());
		redirect(303, `/diffusion/${id}`);
	}
};
