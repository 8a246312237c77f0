import { app } from '$lib/server/app';
import { clientOf, failWith, formText, setFlowCookie } from '$lib/server/http';
import { startActivation } from '$lib/server/identity';
import { redirect } from '@sveltejs/kit';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const name = formText(form, 'identifiant');
		const numen = formText(form, 'numen');
		const started = await startActivation({ name, numen, client: clientOf(event) }, await app());
		if (!started.ok) return failWith(event, started.error, { name });
		setFlowCookie(event, 'activation', started.value.token);
		redirect(303, '/activation/code');
	}
};
