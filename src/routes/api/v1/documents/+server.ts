import { app } from '$lib/server/app';
import { receiveDeposit } from '$lib/server/documents';
import { readJson, respond, respondError } from '$lib/server/http';
import * as v from 'valibot';
import type { RequestHandler } from './$types';

const body = v.object({ upload: v.pipe(v.string(), v.maxLength(80)), deposit: v.unknown() });

/** Ends a deposit whose bytes have all arrived, and gives its receipt. */
export const POST: RequestHandler = async ({ request, locals }) => {
	const sent = await readJson(request, body);
	if (!sent.ok) return respondError(sent.error);
	const { documents } = await app();
	return respond(await receiveDeposit({ user: locals.user!, ...sent.value }, documents));
};
