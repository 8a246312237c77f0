import { app } from '$lib/server/app';
import { deadlinesFor } from '$lib/server/deadline-sources';
import { calendarOf, ownerOfFeed } from '$lib/server/messages';
import { respondCalendar } from '$lib/server/http';
import type { RequestHandler } from './$types';

/** Read by a calendar program, which has no session: the secret is the right. */
export const GET: RequestHandler = async ({ params }) => {
	const owner = await ownerOfFeed(params.secret.replace(/\.ics$/, ''));
	if (!owner) return new Response(null, { status: 404 });
	const context = await app();
	const deadlines = await deadlinesFor(owner, context);
	return respondCalendar(
		calendarOf(deadlines, { origin: context.env.origin, clock: context.clock })
	);
};
