import { destinationAfterSignIn } from '$lib/core/identity';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { SignInStep } from '../identity';
import { setFlowCookie, setSessionCookies } from './session-cookies';

/** Sends the person on: into Carnet, to the second proof (keeping the page they wanted), or out. */
export function finishSignIn(
	event: RequestEvent,
	accepted: SignInStep,
	next: string | null
): never {
	if (accepted.next === 'session') {
		setSessionCookies(event, accepted);
		redirect(303, destinationAfterSignIn(next, accepted.account.role));
	}
	if (accepted.next === 'refused-abroad') {
		setFlowCookie(event, 'unblock', accepted.token);
		redirect(303, '/connexion/deblocage');
	}
	setFlowCookie(event, 'second-factor', accepted.token);
	redirect(303, `/connexion/verification${next ? `?suite=${encodeURIComponent(next)}` : ''}`);
}
