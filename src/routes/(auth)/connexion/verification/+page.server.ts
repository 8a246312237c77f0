import { destinationAfterSignIn } from '$lib/core/identity';
import { app } from '$lib/server/app';
import {
	clearFlow,
	clientOf,
	failWith,
	flowToken,
	formText,
	setSessionCookies
} from '$lib/server/http';
import {
	completeSignIn,
	isProtected,
	pendingSignIn,
	sendVerificationCode
} from '$lib/server/identity';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const running = await app();
	const token = flowToken(event, 'second-factor');
	const pending = await pendingSignIn({ token }, running);
	if (!pending.ok) redirect(303, '/connexion');
	const { factors, flow } = pending.value;
	if (!isProtected(factors)) redirect(303, '/connexion/second-facteur');
	return {
		next: event.url.searchParams.get('suite'),
		factors,
		emailSent: flow.code_digest !== null,
		demo: running.env.demo
	};
};

export const actions: Actions = {
	code: async (event) => {
		const form = await event.request.formData();
		const token = flowToken(event, 'second-factor');
		const command = { token, code: formText(form, 'code'), client: clientOf(event) };
		const done = await completeSignIn(command, await app());
		if (!done.ok) return failWith(event, done.error, {});
		clearFlow(event, 'second-factor');
		setSessionCookies(event, done.value);
		redirect(303, destinationAfterSignIn(formText(form, 'suite'), done.value.account.role));
	},
	courriel: async (event) => {
		const token = flowToken(event, 'second-factor');
		const sent = await sendVerificationCode({ token }, await app());
		if (!sent.ok) return failWith(event, sent.error, {});
		return { sent: true };
	}
};
