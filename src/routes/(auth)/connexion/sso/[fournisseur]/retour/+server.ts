import { clientOf, finishSignIn } from '$lib/server/http';
import { finishSso, ssoCookie } from '$lib/server/identity';
import { ssoDeps } from '$lib/server/sso';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

async function comeBack(event: RequestEvent, form: URLSearchParams | null): Promise<never> {
	const finished = await finishSso(
		{
			provider: event.params['fournisseur']!,
			token: event.cookies.get(ssoCookie.name) ?? null,
			search: event.url.search,
			form,
			headers: event.request.headers,
			peer: event.platform?.req?.socket.remoteAddress ?? '',
			client: clientOf(event)
		},
		await ssoDeps()
	);
	event.cookies.delete(ssoCookie.name, ssoCookie.options);
	if (!finished.ok) redirect(303, `/connexion?erreur=${finished.error.code}`);
	return finishSignIn(event, finished.value, finished.value.nextPage);
}

export const GET: RequestHandler = (event) => comeBack(event, null);

export const POST: RequestHandler = async (event) =>
	comeBack(event, new URLSearchParams(await event.request.text()));
