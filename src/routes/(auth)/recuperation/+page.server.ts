import { app } from '$lib/server/app';
import { clientOf, failWith, formText, setFlowCookie } from '$lib/server/http';
import { startRecovery } from '$lib/server/identity';
import { redirect } from '@sveltejs/kit';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async (event) => {
		const name = formText(await event.request.formData(), 'identifiant');
		const started = await startRecovery({ name, client: clientOf(event) }, await app());
		if (!started.ok) return failWith(event, started.error, { name });
		setFlowCookie(event, 'recovery', started.value.token);
		redirect(303, '/recuperation/code');
	}
};
