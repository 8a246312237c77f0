import { CAREER_RULES, careerRules } from '$lib/client/career';
import { isServerReachable } from '$lib/client/http';
import { openLocalSession } from '$lib/client/identity';
import { error, redirect } from '@sveltejs/kit';
import type { LayoutLoad } from './$types';

// The pages below are drawn by the phone from its own database; the server gives an empty shell. No
// server file may stand below, or every navigation would ask the network for `__data.json`.
export const ssr = false;

export const load: LayoutLoad = async ({ url, depends }) => {
	depends(CAREER_RULES);
	// Data, not code: read while the phone's database opens, and kept out of the shell's weight.
	const [session, reference] = await Promise.all([openLocalSession(), careerRules()]);
	if (session === 'locked' || session === 'expired')
		redirect(307, `/verrou?suite=${encodeURIComponent(url.pathname)}`);
	if (session === 'signed-out') {
		if (await isServerReachable())
			redirect(307, `/connexion?suite=${encodeURIComponent(url.pathname)}`);
		error(401, {
			message: 'Personne n’est connecté sur ce téléphone. Connectez-vous dès que le réseau revient.'
		});
	}
	if (session === 'never-received') {
		error(503, {
			message:
				'Vos données ne sont pas encore arrivées ici. Il faut le réseau, une première fois sur un téléphone à vous, à chaque ouverture sur un appareil partagé.'
		});
	}
	return { session, reference };
};
