import { listThreads } from '$lib/server/messages';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	threads: await listThreads(locals.user!)
});
