import { isStaff, roles } from '$lib/core/identity';
import { app } from '$lib/server/app';
import { failWith, formText } from '$lib/server/http';
import { createStaff } from '$lib/server/identity';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ roles: roles.filter(isStaff) });

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const person = {
			role: formText(form, 'fonction'),
			firstName: formText(form, 'prenom'),
			lastName: formText(form, 'nom'),
			email: formText(form, 'courriel'),
			uai: formText(form, 'uai'),
			departement: formText(form, 'departement')
		};
		const created = await createStaff({ user: event.locals.user!, person }, await app());
		return created.ok
			? { identifier: created.value.identifier }
			: failWith(event, created.error, person);
	}
};
