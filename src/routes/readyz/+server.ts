import { ping } from '$lib/server/db';

/** The process can serve: its database answers. */
export const GET = async () => {
	await ping();
	return new Response('ready\n', { headers: { 'content-type': 'text/plain' } });
};
