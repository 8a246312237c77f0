import { clearSession } from '$lib/server/http';
import { closeSession, ssoLogoutUrl } from '$lib/server/identity';
import { ssoDeps } from '$lib/server/sso';
import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** Ends our session, then the provider's. */
export const POST: RequestHandler = async (event) => {
	await closeSession(event.locals.session!.id);
	clearSession(event);
	const provider = event.params.fournisseur;
	redirect(303, (await ssoLogoutUrl({ provider }, await ssoDeps())) ?? '/connexion');
};
