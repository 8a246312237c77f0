import { verifyReceipt } from '$lib/server/mobility';
import type { PageServerLoad } from './$types';

export const prerender = false;

export const load: PageServerLoad = async ({ params }) => ({
	receipt: await verifyReceipt(params.id)
});
