import { readRecord } from '$lib/client/career';
import type { PageLoad } from './$types';

/** The record before the page, which is then drawn once; what the phone cannot read, the page says. */
export const load: PageLoad = async ({ parent }) => {
	const { session } = await parent();
	return { record: await readRecord(session.db).catch(() => undefined) };
};
