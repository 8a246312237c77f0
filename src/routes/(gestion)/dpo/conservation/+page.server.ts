import { addDays, isUuid, parisDate } from '$lib/core/shared';
import { app } from '$lib/server/app';
import {
	answerErasure,
	comingEnds,
	lastPurgeRuns,
	openHolds,
	waitingErasures
} from '$lib/server/documents';
import { failWith, formText } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

/** How far ahead the page looks at what will end. */
const AHEAD_DAYS = 30;

export const load: PageServerLoad = async ({ locals }) => {
	const { academie } = locals.user!;
	const { clock } = await app();
	const until = addDays(parisDate(clock.now()), AHEAD_DAYS);
	const [coming, runs, requests, holds] = await Promise.all([
		comingEnds(until, academie),
		lastPurgeRuns(),
		waitingErasures(academie),
		openHolds(academie)
	]);
	return {
		...{ until, coming, requests, holds },
		runs: runs.map(({ id, day, plan, done_at }) => ({
			...{ id, day, done: done_at !== null },
			destroyed: plan.ends.filter(({ held, fate }) => !held && fate === 'destruction').length,
			kept: plan.ends.filter(({ held, fate }) => held || fate !== 'destruction').length
		}))
	};
};

export const actions: Actions = {
	reponse: async (event) => {
		const form = await event.request.formData();
		const request = formText(form, 'demande');
		if (!isUuid(request)) return;
		const answer = formText(form, 'reponse');
		const granted = formText(form, 'decision') === 'effacer';
		const { documents } = await app();
		const user = event.locals.user!;
		const answered = await answerErasure({ user, request, granted, answer }, documents);
		return answered.ok ? undefined : failWith(event, answered.error, { request });
	}
};
