import { db } from '$lib/server/db';
import { sql } from 'kysely';

/** The process can serve: its database answers. */
export const GET = async () => {
	await sql`select 1`.execute(db());
	return new Response('ready\n', { headers: { 'content-type': 'text/plain' } });
};
