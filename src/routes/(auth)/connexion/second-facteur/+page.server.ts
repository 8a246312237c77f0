import { homeOf } from '$lib/core/identity';
import { app } from '$lib/server/app';
import {
	clearFlow,
	clientOf,
	failWith,
	flowToken,
	formText,
	setSessionCookies
} from '$lib/server/http';
import { completeFirstEnrolment, firstEnrolment } from '$lib/server/identity';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const token = flowToken(event, 'second-factor');
	const enrolment = await firstEnrolment({ token }, await app());
	return { enrolment: enrolment.ok ? enrolment.value : null };
};

export const actions: Actions = {
	default: async (event) => {
		const code = formText(await event.request.formData(), 'code');
		const token = flowToken(event, 'second-factor');
		const done = await completeFirstEnrolment(
			{ token, code, client: clientOf(event) },
			await app()
		);
		if (!done.ok) {
			if (done.error.code === 'identity.flow-expired') redirect(303, '/connexion');
			return failWith(event, done.error, {});
		}
		clearFlow(event, 'second-factor');
		setSessionCookies(event, done.value);
		return { recoveryCodes: done.value.recoveryCodes, home: homeOf(done.value.account.role) };
	}
};
