import { db } from '../../db';

/** What people asked or reported is kept a year. */
export async function forgetRequestsBefore(date: Date): Promise<void> {
	await db().deleteFrom('access_request').where('asked_at', '<', date).execute();
	await db().deleteFrom('unblock_request').where('asked_at', '<', date).execute();
	await db().deleteFrom('phishing_report').where('at', '<', date).execute();
	await db().deleteFrom('approval').where('asked_at', '<', date).execute();
}
