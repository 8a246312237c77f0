import type { PageLoad } from './$types';

// Answered by the engine in the browser: the server gives the same empty page to everyone.
export const ssr = false;

export const load: PageLoad = () => import('$lib/client/simulations');
