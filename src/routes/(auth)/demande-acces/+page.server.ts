import { academies } from '$lib/data/academies';
import { app } from '$lib/server/app';
import { clientOf, failWith, formText } from '$lib/server/http';
import { askAccess } from '$lib/server/identity';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
	academies: academies.map(({ code, name }) => ({ value: code, label: name }))
});

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const request = {
			academie: formText(form, 'academie'),
			firstName: formText(form, 'prenom'),
			lastName: formText(form, 'nom'),
			email: formText(form, 'courriel'),
			workplace: formText(form, 'etablissement'),
			reason: formText(form, 'motif')
		};
		const asked = await askAccess({ request, client: clientOf(event) }, await app());
		return asked.ok ? { asked: true } : failWith(event, asked.error, request);
	}
};
