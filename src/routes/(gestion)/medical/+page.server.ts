import { medicalOutcomes } from '$lib/core/documents';
import { isUuid } from '$lib/core/shared';
import { app } from '$lib/server/app';
import { giveOpinion, liftHold, opinionsOf, piecesForDesk, placeHold } from '$lib/server/documents';
import { failWith, formText, holdActions } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const pieces = await piecesForDesk(locals.user!);
	return { pieces, opinions: await opinionsOf(pieces.map(({ ownerId }) => ownerId)) };
};

export const actions: Actions = {
	...holdActions({
		place: async (asked) => placeHold(asked, await app()),
		lift: async (asked) => liftHold(asked, await app())
	}),
	avis: async (event) => {
		const form = await event.request.formData();
		const accountId = formText(form, 'personne');
		const outcome = medicalOutcomes.find((one) => one === formText(form, 'avis'));
		if (!isUuid(accountId) || !outcome) return;
		const { documents } = await app();
		const given = await giveOpinion({ user: event.locals.user!, accountId, outcome }, documents);
		return given.ok ? undefined : failWith(event, given.error, { piece: '' });
	}
};
