import type { PageLoad } from './$types';

/** Only this screen needs the figures about others. */
export const load: PageLoad = async () => {
	const [{ statistics }, { academies }] = await Promise.all([
		import('$lib/data/statistics'),
		import('$lib/data/academies')
	]);
	return { statistics, academies };
};
