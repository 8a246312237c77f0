import { destinationAfterSignIn } from '$lib/core/identity';
import { app } from '$lib/server/app';
import { clientOf, failWith, formText } from '$lib/server/http';
import { ownPasskeys, stepUp, stepUpProof } from '$lib/server/identity';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	next: destinationAfterSignIn(url.searchParams.get('suite') ?? '/securite', locals.user!.role),
	proof: await stepUpProof(locals.user!),
	hasPasskey: (await ownPasskeys(locals.user!)).length > 0
});

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const { user, session } = event.locals;
		const given = formText(form, 'preuve');
		const command = { user: user!, sessionId: session!.id, given, client: clientOf(event) };
		const done = await stepUp(command, await app());
		if (!done.ok) return failWith(event, done.error, {});
		redirect(303, destinationAfterSignIn(formText(form, 'suite'), user!.role));
	}
};
