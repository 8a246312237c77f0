import { openMutationSimulator } from '$lib/client/mobility';
import type { PageLoad } from './$types';

// The engine runs in the browser; the server gives the same empty page to everyone.
export const ssr = false;

export const load: PageLoad = async () => ({ simulator: await openMutationSimulator() });
