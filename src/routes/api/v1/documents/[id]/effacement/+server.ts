import { app } from '$lib/server/app';
import { askErasure } from '$lib/server/documents';
import { readJson, respond, respondError } from '$lib/server/http';
import * as v from 'valibot';
import type { RequestHandler } from './$types';

const body = v.object({ reason: v.pipe(v.string(), v.maxLength(2000)) });

/** The owner asks that a piece go before its term. */
export const POST: RequestHandler = async ({ request, params, locals }) => {
	const sent = await readJson(request, body);
	if (!sent.ok) return respondError(sent.error);
	const { documents } = await app();
	const { reason } = sent.value;
	return respond(
		await askErasure({ user: locals.user!, documentId: params.id, reason }, documents)
	);
};
