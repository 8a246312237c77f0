import { passwordRuleOf } from '$lib/core/identity';
import { app } from '$lib/server/app';
import { clientOf, failWith, formText } from '$lib/server/http';
import { changePassword } from '$lib/server/identity';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({
	shortest: passwordRuleOf(locals.user!.role).shortest
});

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const { user, session } = event.locals;
		const done = await changePassword(
			{
				user: user!,
				sessionId: session!.id,
				current: formText(form, 'mot-de-passe-actuel'),
				next: formText(form, 'mot-de-passe'),
				client: clientOf(event)
			},
			await app()
		);
		return done.ok ? { changed: true } : failWith(event, done.error, {});
	}
};
