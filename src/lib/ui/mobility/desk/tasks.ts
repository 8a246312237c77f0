/** What the desk has to do with a file in each state: the purpose written when it is opened. */
import type { RequestState } from '$lib/core/mobility';

export const tasks: Readonly<Partial<Record<RequestState, string>>> = {
	transmise: 'Contrôle des pièces et des bonifications',
	'pieces-verifiees': 'Affichage du barème initial',
	'bareme-initial': 'Suivi du barème initial',
	contestation: 'Réponse à la contestation',
	'bareme-definitif': 'Passage en commission',
	recours: 'Étude du recours'
};
