import { app } from '$lib/server/app';
import { answerDeposit } from '$lib/server/documents';
import type { RequestHandler } from './$types';

/** Goes on with an upload (tus), tells how far it is, or gives it up. */
const answer: RequestHandler = async ({ request, locals }) =>
	answerDeposit(request, locals.user!, (await app()).documents);

export const HEAD = answer;
export const PATCH = answer;
export const DELETE = answer;
