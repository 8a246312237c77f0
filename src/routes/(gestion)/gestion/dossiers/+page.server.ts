import { isRequestState } from '$lib/core/mobility';
import { app } from '$lib/server/app';
import { failWith, formText } from '$lib/server/http';
import { QUEUE_PAGE, campaignsOfAcademie, figures, openFile, queue } from '$lib/server/mobility';
import { isUuid } from '$lib/core/shared';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

function filterOf(params: URLSearchParams) {
	const state = params.get('etape') ?? '';
	const campaign = params.get('campagne') ?? '';
	return {
		campaign: isUuid(campaign) ? campaign : null,
		state: isRequestState(state) ? state : null,
		waiting: params.get('attente') === '1',
		text: (params.get('recherche') ?? '').trim().slice(0, 60),
		page: Math.min(1000, Math.max(0, Math.trunc(Number(params.get('page') ?? 0)) || 0))
	};
}

export const load: PageServerLoad = async ({ locals, url }) => {
	const { academie } = locals.user!;
	const filter = filterOf(url.searchParams);
	const lines = await queue({ academie, ...filter });
	const { transmitted, verified, completeAtFirst, medianDays } = await figures(
		academie,
		filter.campaign
	);
	return {
		filter,
		lines: lines.slice(0, QUEUE_PAGE),
		more: lines.length > QUEUE_PAGE,
		campaigns: await campaignsOfAcademie(academie),
		figures: { transmitted, verified, completeAtFirst, medianDays }
	};
};

export const actions: Actions = {
	ouvrir: async (event) => {
		const form = await event.request.formData();
		const [id, purpose] = [formText(form, 'dossier'), formText(form, 'motif')];
		const done = await openFile({ user: event.locals.user!, id, purpose }, await app());
		if (!done.ok) return failWith(event, done.error, {});
		redirect(303, `/gestion/dossiers/${id}`);
	}
};
