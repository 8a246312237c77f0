import { readersOf } from '$lib/server/identity';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { agentId } = locals.user!;
	return { readings: agentId ? await readersOf(agentId) : [] };
};
