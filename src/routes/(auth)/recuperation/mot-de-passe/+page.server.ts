import { app } from '$lib/server/app';
import { clearFlow, clientOf, failWith, flowToken, formText } from '$lib/server/http';
import { completeRecovery, provenFlow } from '$lib/server/identity';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const flow = await provenFlow(
		{ token: flowToken(event, 'recovery'), purpose: 'recovery' },
		await app()
	);
	if (!flow.ok) redirect(303, '/recuperation');
};

export const actions: Actions = {
	default: async (event) => {
		const password = formText(await event.request.formData(), 'mot-de-passe');
		const done = await completeRecovery(
			{ token: flowToken(event, 'recovery'), password, client: clientOf(event) },
			await app()
		);
		if (!done.ok) return failWith(event, done.error, {});
		clearFlow(event, 'recovery');
		redirect(303, '/connexion?nouveau=1');
	}
};
