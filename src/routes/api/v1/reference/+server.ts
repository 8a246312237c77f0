import { careerData, careerSeal } from '$lib/data';
import type { RequestHandler } from './$types';

/** The career data this server computes with, for phones whose application is older. */
export const GET: RequestHandler = ({ request }) => {
	const headers = {
		etag: `"${careerSeal.sha256}"`,
		'cache-control': 'public, no-cache',
		'content-type': 'application/json',
		// Ours, and not the page of a captive portal.
		'x-carnet': '1'
	};
	return request.headers.get('if-none-match') === headers.etag
		? new Response(null, { status: 304, headers })
		: new Response(JSON.stringify({ ...careerSeal, data: careerData }), { headers });
};
