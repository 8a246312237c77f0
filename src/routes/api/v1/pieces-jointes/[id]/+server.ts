import { app } from '$lib/server/app';
import { respondError, respondPdf } from '$lib/server/http';
import { openAttachment } from '$lib/server/messages';
import type { RequestHandler } from './$types';

/** A file that a service joined to a circular or to an answer. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const { documents } = await app();
	const opened = await openAttachment(locals.user!, params.id, documents);
	return opened.ok ? respondPdf(opened.value) : respondError(opened.error);
};
