import { opinionVerdicts } from '$lib/core/mobility';
import { appError, isUuid } from '$lib/core/shared';
import { app } from '$lib/server/app';
import { failWith, formText } from '$lib/server/http';
import { giveHeadOpinion, opinionsAsked } from '$lib/server/mobility';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	opinions: await opinionsAsked(locals.user!)
});

export const actions: Actions = {
	rendre: async (event) => {
		const form = await event.request.formData();
		const [id, words] = [formText(form, 'demande'), formText(form, 'motif').slice(0, 2000)];
		const verdict = opinionVerdicts.find((one) => one === formText(form, 'avis'));
		const [user, typed] = [event.locals.user!, { demande: id, motif: words }];
		if (!isUuid(id)) return;
		if (!verdict) {
			return failWith(event, appError('mobility.opinion-unchosen', 'validation'), typed);
		}
		const given = await giveHeadOpinion({ user, id, verdict, words }, await app());
		return given.ok ? { done: true } : failWith(event, given.error, typed);
	}
};
