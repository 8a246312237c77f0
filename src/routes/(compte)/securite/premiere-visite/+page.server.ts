import { homeOf } from '$lib/core/identity';
import { app } from '$lib/server/app';
import { securityOverview } from '$lib/server/identity';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	security: await securityOverview({ user: locals.user! }, await app()),
	home: homeOf(locals.user!.role)
});
