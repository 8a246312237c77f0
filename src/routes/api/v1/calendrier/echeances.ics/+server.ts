import { app } from '$lib/server/app';
import { deadlinesFor } from '$lib/server/deadline-sources';
import { respondCalendar } from '$lib/server/http';
import { calendarOf } from '$lib/server/messages';
import type { RequestHandler } from './$types';

/** The same list, as a file, once. */
export const GET: RequestHandler = async ({ locals }) => {
	const context = await app();
	const deadlines = await deadlinesFor(locals.user!.id, context);
	return respondCalendar(
		calendarOf(deadlines, { origin: context.env.origin, clock: context.clock })
	);
};
