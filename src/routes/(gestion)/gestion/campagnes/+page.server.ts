import { lastWithRules, movementOf, proposedWindows } from '$lib/core/mobility';
import { mobilityReference } from '$lib/data/mobility';
import { app } from '$lib/server/app';
import { failWith, formText } from '$lib/server/http';
import { campaignsOfAcademie, openCampaign } from '$lib/server/mobility';
import type { Actions, PageServerLoad } from './$types';

/** The year whose dates a template without its own takes as a model. */
function windowsFor(template: string) {
	const campaign = mobilityReference.campaigns.find(({ id }) => id === template);
	const known = lastWithRules(mobilityReference, movementOf(mobilityReference, template));
	const model = campaign && campaign.phases.length > 0 ? campaign : known;
	return campaign && model ? proposedWindows(model, campaign.year) : null;
}

export const load: PageServerLoad = async ({ locals }) => {
	const opened = await campaignsOfAcademie(locals.user!.academie);
	const taken = new Set(opened.map(({ template }) => template));
	const latest = mobilityReference.campaigns
		.filter(({ id }) => !taken.has(id) && windowsFor(id))
		.toSorted((a, b) => b.year - a.year);
	return {
		opened,
		templates: latest.map(({ id, label, bareme }) => ({
			...{ id, label },
			published: bareme !== null
		}))
	};
};

export const actions: Actions = {
	ouvrir: async (event) => {
		const template = formText(await event.request.formData(), 'modele');
		const windows = windowsFor(template);
		const empty = { from: null, to: null };
		const none = {
			...{ saisie: empty, confirmation: empty, contestation: empty },
			...{ annulation: empty, recours: empty }
		};
		const command = { user: event.locals.user!, template, windows: windows ?? none };
		const done = await openCampaign(command, await app());
		return done.ok ? { opened: true } : failWith(event, done.error, {});
	}
};
