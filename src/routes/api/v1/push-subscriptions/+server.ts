import { ok } from '$lib/core/shared';
import { app } from '$lib/server/app';
import { readJson, respond, respondError } from '$lib/server/http';
import {
	deleteSubscription,
	pushKeys,
	subscribe,
	subscriptionSchema
} from '$lib/server/notifications';
import * as v from 'valibot';
import type { RequestHandler } from './$types';

/** The key a browser subscribes under. */
export const GET: RequestHandler = async () =>
	respond(ok({ publicKey: (await pushKeys()).publicKey }));

/** Keeps the subscription, or confirms it: the phone calls it at each start. */
export const PUT: RequestHandler = async ({ request, locals }) => {
	const body = await readJson(request, subscriptionSchema);
	if (!body.ok) return respondError(body.error);
	const { clock, env } = await app();
	const command = { accountId: locals.user!.id, subscription: body.value };
	return respond(await subscribe(command, { clock, testOrigins: env.pushTestOrigins }));
};

export const DELETE: RequestHandler = async ({ request, locals }) => {
	const body = await readJson(request, v.object({ endpoint: v.string() }));
	if (!body.ok) return respondError(body.error);
	await deleteSubscription(locals.user!.id, body.value.endpoint);
	return respond(ok(null));
};
