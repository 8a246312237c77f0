import { ok } from '$lib/core/shared';
import { app } from '$lib/server/app';
import { respond } from '$lib/server/http';
import { closeFeed, isFeedOpen, openFeed } from '$lib/server/messages';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) =>
	respond(ok({ open: await isFeedOpen(locals.user!.id) }));

/** A new secret address; the former one no longer answers. */
export const POST: RequestHandler = async ({ locals }) => {
	const context = await app();
	const secret = await openFeed(locals.user!.id, context);
	return respond(ok({ url: `${context.env.origin.origin}/api/v1/calendrier/${secret}` }));
};

export const DELETE: RequestHandler = async ({ locals }) => {
	await closeFeed(locals.user!.id);
	return respond(ok({ open: false }));
};
