import { openMutationRequest } from '$lib/client/mobility';
import type { LayoutLoad } from './$types';

/** One request for the three tabs: what is typed in one is scored in the next. */
export const load: LayoutLoad = async ({ parent }) => {
	const { session } = await parent();
	return { request: await openMutationRequest(session.writer) };
};
