import { startSso, ssoCookie } from '$lib/server/identity';
import { ssoDeps } from '$lib/server/sso';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

async function leave(event: RequestEvent, linkTo: string | null): Promise<never> {
	const started = await startSso(
		{
			provider: event.params['fournisseur']!,
			nextPage: event.url.searchParams.get('suite'),
			linkTo
		},
		await ssoDeps()
	);
	if (!started.ok) redirect(303, `/connexion?erreur=${started.error.code}`);
	event.cookies.set(ssoCookie.name, started.value.token, ssoCookie.options);
	redirect(303, started.value.url);
}

/** To the provider, to sign in. */
export const GET: RequestHandler = (event) => leave(event, null);

/** To the provider, to link it to the account that is signed in. */
export const POST: RequestHandler = (event) => leave(event, event.locals.user!.id);
