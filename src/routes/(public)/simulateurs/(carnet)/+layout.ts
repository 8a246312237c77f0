import { CAREER_RULES, careerRules } from '$lib/client/career';
import { parisDate } from '$lib/core/shared';
import type { LayoutLoad } from './$types';

// Drawn by the phone from what it keeps; the server gives the same empty page to everyone.
export const ssr = false;

export const load: LayoutLoad = async ({ depends }) => {
	depends(CAREER_RULES);
	const [reference, { openNotebook }] = await Promise.all([
		careerRules(),
		import('$lib/client/notebook')
	]);
	return { notebook: await openNotebook(reference, parisDate(new Date())) };
};
