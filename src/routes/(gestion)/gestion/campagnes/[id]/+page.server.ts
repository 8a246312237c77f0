import { windowNames, readWallText, type WrittenWindows } from '$lib/core/mobility';
import { isUuid } from '$lib/core/shared';
import { mobilityReference } from '$lib/data/mobility';
import { app } from '$lib/server/app';
import { failWith, formText } from '$lib/server/http';
import {
	bulkActions,
	figures,
	findCampaign,
	moveWindows,
	preparePublication,
	publicationsOf,
	takeBulkStep
} from '$lib/server/mobility';
import { error, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

const labelOf = (template: string) =>
	mobilityReference.campaigns.find(({ id }) => id === template)?.label ?? template;

export const load: PageServerLoad = async ({ locals, params }) => {
	const campaign = isUuid(params.id) ? await findCampaign(params.id) : null;
	if (campaign?.academie !== locals.user!.academie) {
		error(404, { message: 'Cette page n’existe pas.' });
	}
	const { states } = await figures(campaign.academie, campaign.id);
	const publications = await publicationsOf(campaign.id);
	return {
		campaign,
		rules: labelOf(campaign.rulesOf),
		states: Object.fromEntries(states),
		publications: publications.map(({ id, preparedAt, publishedAt }) => ({
			...{ id, preparedAt, publishedAt }
		}))
	};
};

const written = (form: FormData): WrittenWindows =>
	Object.fromEntries(
		windowNames.map((name) => [
			name,
			{
				from: readWallText(formText(form, `${name}-debut`)),
				to: readWallText(formText(form, `${name}-fin`))
			}
		])
	) as WrittenWindows;

export const actions: Actions = {
	dates: async (event) => {
		const windows = written(await event.request.formData());
		const done = await moveWindows({ user: event.locals.user!, id: event.params.id, windows });
		return done.ok ? { done: 'Les dates sont enregistrées.' } : failWith(event, done.error, {});
	},
	etape: async (event) => {
		const asked = formText(await event.request.formData(), 'etape');
		const action = bulkActions.find((one) => one === asked) ?? bulkActions[0];
		const command = { user: event.locals.user!, campaign: event.params.id, action };
		const done = await takeBulkStep(command, await app());
		if (!done.ok) return failWith(event, done.error, {});
		return { done: `Demandes concernées\u00a0: ${done.value}.` };
	},
	resultats: async (event) => {
		const file = (await event.request.formData()).get('fichier');
		const text = file instanceof File ? await file.text() : '';
		const command = { user: event.locals.user!, campaign: event.params.id, text };
		const done = await preparePublication(command, await app());
		if (!done.ok) return failWith(event, done.error, {});
		redirect(303, `/gestion/publications/${done.value}`);
	}
};
