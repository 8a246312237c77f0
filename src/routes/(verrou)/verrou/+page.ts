import { lockedPhone, openLocalSession } from '$lib/client/identity';
import { destinationAfterSignIn } from '$lib/core/identity';
import { redirect } from '@sveltejs/kit';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url }) => {
	const next = destinationAfterSignIn(url.searchParams.get('suite'), 'enseignant');
	const session = await openLocalSession();
	if (session !== 'locked' && session !== 'expired') redirect(307, next);
	return { next, locked: session === 'locked' ? await lockedPhone() : null };
};
