import { destinationAfterSignIn, isMutationSeason } from '$lib/core/identity';
import type { Result } from '$lib/core/shared';
import { app } from '$lib/server/app';
import { clientOf, failWith, finishSignIn, formText } from '$lib/server/http';
import {
	demoButtons,
	demoPassword,
	signIn,
	signInToDemo,
	type SignInStep
} from '$lib/server/identity';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const next = url.searchParams.get('suite');
	if (locals.user) redirect(303, destinationAfterSignIn(next, locals.user.role));
	const { env, clock } = await app();
	const passwordChanged = url.searchParams.has('nouveau');
	const sso = env.sso.map(({ id, label }) => ({ id, label }));
	return {
		next,
		passwordChanged,
		sso,
		season: isMutationSeason(clock.now().toISOString()),
		ssoError: url.searchParams.get('erreur'),
		demo: env.demo ? { buttons: demoButtons, password: demoPassword } : null
	};
};

function answer(event: RequestEvent, form: FormData, result: Result<SignInStep>) {
	if (!result.ok) return failWith(event, result.error, { name: formText(form, 'identifiant') });
	return finishSignIn(event, result.value, formText(form, 'suite'));
}

export const actions: Actions = {
	connexion: async (event) => {
		const form = await event.request.formData();
		const name = formText(form, 'identifiant');
		const password = formText(form, 'mot-de-passe');
		const client = clientOf(event);
		return answer(event, form, await signIn({ name, password, client }, await app()));
	},
	demonstration: async (event) => {
		const running = await app();
		if (!running.env.demo) error(404);
		const form = await event.request.formData();
		const key = formText(form, 'compte');
		return answer(event, form, await signInToDemo({ key, client: clientOf(event) }, running));
	}
};
