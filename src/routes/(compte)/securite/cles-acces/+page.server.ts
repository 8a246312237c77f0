import { app } from '$lib/server/app';
import { clientOf, failWith, formText } from '$lib/server/http';
import { ownPasskeys, removePasskey } from '$lib/server/identity';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	passkeys: await ownPasskeys(locals.user!)
});

export const actions: Actions = {
	retirer: async (event) => {
		const id = formText(await event.request.formData(), 'cle');
		const command = { user: event.locals.user!, id, client: clientOf(event) };
		const done = await removePasskey(command, await app());
		return done.ok ? { removed: true } : failWith(event, done.error, {});
	}
};
