import type { PageLoad } from './$types';

export const load: PageLoad = () => import('$lib/data/competences');
