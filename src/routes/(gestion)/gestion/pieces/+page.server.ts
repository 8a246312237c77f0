import { opinionsOf, piecesForDesk } from '$lib/server/documents';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const pieces = await piecesForDesk(locals.user!);
	return { pieces, opinions: await opinionsOf(pieces.map(({ ownerId }) => ownerId)) };
};
