import { app } from '$lib/server/app';
import { readReturnedMail, tokenMatches } from '$lib/server/mail';
import type { RequestHandler } from './$types';

/** The operator's mail server reports here a message that came back. */
export const POST: RequestHandler = async ({ request }) => {
	const { env } = await app();
	if (!tokenMatches(request.headers.get('authorization'), env.mail.bounceToken))
		return new Response(null, { status: 404 });
	const known = await readReturnedMail(await request.json().catch(() => null));
	return new Response(null, { status: known ? 204 : 422 });
};
