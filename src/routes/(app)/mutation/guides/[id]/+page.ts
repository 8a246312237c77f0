import type { Guide } from '$lib/core/mobility';
import { error } from '@sveltejs/kit';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params }) => {
	const { default: guides } = await import('$lib/data/mobility/guides.json');
	const guide = (guides as unknown as readonly Guide[]).find(({ id }) => id === params.id);
	if (!guide) error(404, { message: 'Ce guide n’existe pas.' });
	return { guide };
};
