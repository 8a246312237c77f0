import { phishingReports } from '$lib/server/identity';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	reports: await phishingReports(locals.user!)
});
