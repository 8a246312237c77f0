import { app } from '$lib/server/app';
import { respondError } from '$lib/server/http';
import { ownFiling, receiptPdf } from '$lib/server/mobility';
import { appError } from '$lib/core/shared';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	const filing = await ownFiling(locals.user!.id, params.id);
	if (!filing) return respondError(appError('http.not-found', 'not-found'));
	const { env } = await app();
	const pdf = await receiptPdf(filing, env.origin);
	return new Response(new Uint8Array(pdf), {
		headers: {
			'content-type': 'application/pdf',
			'content-disposition': `attachment; filename="${filing.content.request}-recu-${filing.rank}.pdf"`
		}
	});
};
