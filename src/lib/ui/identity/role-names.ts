import type { Role } from '$lib/core/identity';

/** The function, as it is written under a person's name. */
export const roleNames: Readonly<Record<Role, string>> = {
	enseignant: 'Enseignant',
	chef: 'Chef d’établissement',
	gestionnaire: 'Gestionnaire',
	medecin: 'Médecin-conseil',
	'correspondant-eps': 'Correspondant académique EPS',
	dpo: 'Délégué à la protection des données',
	admin: 'Administrateur',
	assistance: 'Assistance'
};
