import { isMutationSeason } from '$lib/core/identity';
import { app } from '$lib/server/app';
import { profileOf, securityOverview } from '$lib/server/identity';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const running = await app();
	const { academie } = await profileOf(locals.user!);
	return {
		security: await securityOverview({ user: locals.user! }, running),
		hasFile: locals.user!.agentId !== null,
		academie: academie.name,
		sso: running.env.sso.map(({ id, label }) => ({ id, label })),
		season: isMutationSeason(running.clock.now().toISOString())
	};
};
