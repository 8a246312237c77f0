import { app } from '$lib/server/app';
import { answerDeposit } from '$lib/server/documents';
import type { RequestHandler } from './$types';

/** Begins an upload (tus). */
export const POST: RequestHandler = async ({ request, locals }) =>
	answerDeposit(request, locals.user!, (await app()).documents);
