import { app } from '$lib/server/app';
import { demoCodes } from '$lib/server/identity';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const running = await app();
	if (!running.env.demo) error(404, { message: 'Cette page n’existe pas.' });
	return { codes: await demoCodes(running) };
};
