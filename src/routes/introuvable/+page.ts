import { error } from '@sveltejs/kit';
import type { PageLoad } from './$types';

/** The page that is not there: what unknown and forbidden addresses are answered with. */
export const load: PageLoad = () => error(404, { message: 'Cette page n’existe pas.' });
