import { addDays, isUuid, parisDate } from '$lib/core/shared';
import { app } from '$lib/server/app';
import { answerErasure, dryRun, lastPurgeRuns, waitingErasures } from '$lib/server/documents';
import { failWith, formText } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

/** How far ahead the page looks at what will end. */
const AHEAD_DAYS = 30;

export const load: PageServerLoad = async () => {
	const { clock } = await app();
	const until = addDays(parisDate(clock.now()), AHEAD_DAYS);
	const [coming, runs, requests] = await Promise.all([
		dryRun(until),
		lastPurgeRuns(),
		waitingErasures()
	]);
	return {
		until,
		coming: coming.ends,
		runs: runs.map(({ id, day, plan, done_at }) => ({
			...{ id, day, done: done_at !== null },
			destroyed: plan.ends.filter(({ held, fate }) => !held && fate === 'destruction').length,
			kept: plan.ends.filter(({ held, fate }) => held || fate !== 'destruction').length
		})),
		requests
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
