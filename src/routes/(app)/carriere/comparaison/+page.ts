import type { PageLoad } from './$types';

/** Only this screen needs the figures about others. */
export const load: PageLoad = async () => {
	const { statistics } = await import('$lib/data/statistics');
	return { statistics };
};
