import { app } from '$lib/server/app';
import { openPiece } from '$lib/server/documents';
import { respondError, respondPdf } from '$lib/server/http';
import type { RequestHandler } from './$types';

/** The piece itself; a service says why it opens it. */
export const GET: RequestHandler = async ({ params, url, locals }) => {
	const { documents } = await app();
	const purpose = url.searchParams.get('motif');
	const opened = await openPiece({ user: locals.user!, id: params.id, purpose }, documents);
	return opened.ok ? respondPdf(opened.value) : respondError(opened.error);
};
