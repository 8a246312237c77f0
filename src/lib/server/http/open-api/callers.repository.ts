import { sql } from 'kysely';
import { db } from '../../db';

/** Counts one request more in the window that ends then, and gives their number. */
export async function countRequest(caller: string, windowEnd: Date): Promise<number> {
	const { requests } = await db()
		.insertInto('open_api_caller')
		.values({ caller, window_end: windowEnd, requests: 1 })
		.onConflict((conflict) =>
			conflict.column('caller').doUpdateSet({
				window_end: windowEnd,
				requests: sql<number>`case when open_api_caller.window_end = excluded.window_end
					then open_api_caller.requests + 1 else 1 end`
			})
		)
		.returning('requests')
		.executeTakeFirstOrThrow();
	return requests;
}

/** Rows another instance is counting in are left to it: no two of them ever wait for each other. */
export async function forgetCallersBefore(date: Date): Promise<void> {
	await sql`
		delete from open_api_caller where caller in (
			select caller from open_api_caller where window_end <= ${date}
			limit 500 for update skip locked
		)`.execute(db());
}
