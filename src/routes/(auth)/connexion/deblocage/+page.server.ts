import { app } from '$lib/server/app';
import { clearFlow, clientOf, failWith, flowToken, formText } from '$lib/server/http';
import { askUnblock } from '$lib/server/identity';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
	mayAsk: flowToken(event, 'unblock') !== null
});

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const reason = formText(form, 'motif');
		const days = Number(formText(form, 'jours'));
		const token = flowToken(event, 'unblock');
		const asked = await askUnblock({ token, reason, days, client: clientOf(event) }, await app());
		if (!asked.ok) return failWith(event, asked.error, { reason, days: String(days) });
		clearFlow(event, 'unblock');
		return { asked: true };
	}
};
