import { app } from '$lib/server/app';
import { clearFlow, clientOf, failWith, finishSignIn, flowToken, formText } from '$lib/server/http';
import { activationIdentifier, completeActivation } from '$lib/server/identity';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const identifier = await activationIdentifier(
		{ token: flowToken(event, 'activation') },
		await app()
	);
	if (!identifier.ok) redirect(303, '/activation');
	return { identifier: identifier.value };
};

export const actions: Actions = {
	default: async (event) => {
		const password = formText(await event.request.formData(), 'mot-de-passe');
		const done = await completeActivation(
			{ token: flowToken(event, 'activation'), password, client: clientOf(event) },
			await app()
		);
		if (!done.ok) return failWith(event, done.error, {});
		clearFlow(event, 'activation');
		return finishSignIn(event, done.value, '/securite/premiere-visite');
	}
};
