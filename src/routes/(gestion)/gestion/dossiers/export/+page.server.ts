import { app } from '$lib/server/app';
import { failWith, formText } from '$lib/server/http';
import { askExport, exportTerms } from '$lib/server/mobility';
import type { Actions, PageServerLoad } from './$types';

/** Why the file that was asked for did not come; its own address can only send back here. */
const refusals = ['identity.reason-required', 'identity.second-person-required'];

export const load: PageServerLoad = async ({ locals, url }) => {
	const refusal = url.searchParams.get('refus') ?? '';
	return {
		...(await exportTerms({ user: locals.user! }, await app())),
		refusal: refusals.includes(refusal) ? { code: refusal } : null
	};
};

export const actions: Actions = {
	demander: async (event) => {
		const reason = formText(await event.request.formData(), 'motif');
		const asked = await askExport({ user: event.locals.user!, reason }, await app());
		return asked.ok ? { asked: true } : failWith(event, asked.error, { reason });
	}
};
