import { app } from '$lib/server/app';
import { failWith } from '$lib/server/http';
import { findPublication, publishResults, rehearsalOf, unreadyLines } from '$lib/server/mobility';
import { isUuid } from '$lib/core/shared';
import { error } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const publication = isUuid(params.id) ? await findPublication(params.id) : undefined;
	if (publication?.academie !== locals.user!.academie) {
		error(404, { message: 'Cette page n’existe pas.' });
	}
	const { id, campaignId, label, sha256, preparedAt, publishedAt, preparedBy } = publication;
	const { counts, problems } = await rehearsalOf(id);
	return {
		...{ label, sha256, preparedAt, publishedAt, counts, problems, campaignId },
		mine: preparedBy === locals.user!.id,
		unready: publishedAt ? 0 : await unreadyLines(id, campaignId)
	};
};

export const actions: Actions = {
	publier: async (event) => {
		const command = { user: event.locals.user!, id: event.params.id };
		const done = await publishResults(command, await app());
		return done.ok ? { published: done.value } : failWith(event, done.error, {});
	}
};
