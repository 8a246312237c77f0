/** The two actions of a page of requests: `?/accorder` and `?/refuser`. */
import type { SessionUser } from '$lib/core/identity';
import type { Result } from '$lib/core/shared';
import type { RequestEvent } from '@sveltejs/kit';
import { failWith, formText } from './forms';

type Decide = (user: SessionUser, id: string, granted: boolean) => Promise<Result<void>>;

export function decisionActions(decide: Decide) {
	const answering = (granted: boolean) => async (event: RequestEvent) => {
		const id = formText(await event.request.formData(), 'demande');
		const done = await decide(event.locals.user!, id, granted);
		return done.ok ? { done: true } : failWith(event, done.error, {});
	};
	return { accorder: answering(true), refuser: answering(false) };
}
