import { app } from '$lib/server/app';
import { decisionActions, failWith, formText } from '$lib/server/http';
import { decideUnblockRequest, releaseTries, unblockRequests } from '$lib/server/identity';
import type { RequestEvent } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	requests: await unblockRequests(locals.user!)
});

export const actions = {
	...decisionActions(async (user, id, granted) =>
		decideUnblockRequest({ user, id, granted }, await app())
	),
	essais: async (event: RequestEvent) => {
		const identifier = formText(await event.request.formData(), 'identifiant');
		const done = await releaseTries({ user: event.locals.user!, identifier }, await app());
		return done.ok ? { released: true } : failWith(event, done.error, { identifier });
	}
};
