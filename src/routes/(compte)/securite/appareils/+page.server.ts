import { app } from '$lib/server/app';
import { clientOf, failWith, formText } from '$lib/server/http';
import { closeDevice, closeOtherDevices, openDevices } from '$lib/server/identity';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	devices: await openDevices({ user: locals.user!, sessionId: locals.session!.id }, await app())
});

export const actions: Actions = {
	fermer: async (event) => {
		const id = formText(await event.request.formData(), 'session');
		const command = { user: event.locals.user!, id, client: clientOf(event) };
		const done = await closeDevice(command, await app());
		if (!done.ok) return failWith(event, done.error, {});
		return { closed: true };
	},
	autres: async (event) => {
		const { user, session } = event.locals;
		const command = { user: user!, sessionId: session!.id, client: clientOf(event) };
		await closeOtherDevices(command, await app());
		return { closed: true };
	}
};
