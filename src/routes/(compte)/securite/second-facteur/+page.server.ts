import { app } from '$lib/server/app';
import { clientOf, failWith, formText } from '$lib/server/http';
import {
	addTotp,
	ownTotpEnrolment,
	removeTotp,
	renewRecoveryCodes,
	secondFactorsOf
} from '$lib/server/identity';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	factors: await secondFactorsOf(locals.user!),
	enrolment: await ownTotpEnrolment(locals.user!)
});

const own = (event: RequestEvent) => ({ user: event.locals.user!, client: clientOf(event) });

export const actions: Actions = {
	ajouter: async (event) => {
		const code = formText(await event.request.formData(), 'code');
		const done = await addTotp({ ...own(event), code }, await app());
		return done.ok ? { recoveryCodes: done.value.recoveryCodes } : failWith(event, done.error, {});
	},
	retirer: async (event) => {
		const done = await removeTotp(own(event), await app());
		if (!done.ok) return failWith(event, done.error, {});
		redirect(303, '/securite/second-facteur');
	},
	codes: async (event) => ({ recoveryCodes: await renewRecoveryCodes(own(event), await app()) })
};
