import { app } from '$lib/server/app';
import { liftHold, opinionsOf, piecesForDesk, placeHold } from '$lib/server/documents';
import { holdActions } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const pieces = await piecesForDesk(locals.user!);
	return { pieces, opinions: await opinionsOf(pieces.map(({ ownerId }) => ownerId)) };
};

export const actions: Actions = holdActions({
	place: async (asked) => placeHold(asked, await app()),
	lift: async (asked) => liftHold(asked, await app())
});
