import { isMutationSeason, isPasswordReminderDue } from '$lib/core/identity';
import { app } from '$lib/server/app';
import { profileOf, securityOverview } from '$lib/server/identity';
import { academieSettings } from '$lib/server/institution';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const running = await app();
	const { academie } = await profileOf(locals.user!);
	const security = await securityOverview({ user: locals.user! }, running);
	const { passwordReminderMonths: months } = await academieSettings(locals.user!.academie);
	const now = running.clock.now();
	return {
		security,
		reminder: isPasswordReminderDue(security.passwordChangedAt, months, now) ? months : undefined,
		hasFile: locals.user!.agentId !== null,
		academie: academie.name,
		sso: running.env.sso.map(({ id, label }) => ({ id, label })),
		season: isMutationSeason(now.toISOString())
	};
};
