import { ownPasskeys, profileOf } from '$lib/server/identity';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals }) => ({
	profile: {
		...(await profileOf(locals.user!)),
		hasPasskey: (await ownPasskeys(locals.user!)).length > 0
	}
});
