import type { Guide } from '$lib/core/mobility';
import type { PageLoad } from './$types';

export const load: PageLoad = async () => ({
	guides: (await import('$lib/data/mobility/guides.json')).default as unknown as readonly Guide[]
});
