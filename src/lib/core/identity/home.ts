import type { Role } from './role';

const homes: Readonly<Record<Role, string>> = {
	enseignant: '/accueil',
	chef: '/etablissement',
	gestionnaire: '/gestion',
	medecin: '/medical',
	'correspondant-eps': '/commission-eps',
	dpo: '/dpo',
	admin: '/administration',
	assistance: '/assistance'
};

/** The first page of each function. */
export const homeOf = (role: Role): string => homes[role];

/** Where to go after signing in: the page that was asked for, when it is one of ours. */
export function destinationAfterSignIn(asked: string | null, role: Role): string {
	const ours = asked !== null && /^\/(?![/\\])[^\\\s]*$/.test(asked) && asked !== '/connexion';
	return ours ? asked : homeOf(role);
}
