/**
 * The bar of each role: at most five items, and only rooms that exist (a test compares these
 * addresses with the routes).
 */
import type { Role } from '$lib/core/identity';
import type { IconName } from '../base/icons';

export interface NavItem {
	readonly href: string;
	readonly label: string;
	readonly icon: IconName;
}

export const navigation: Readonly<Partial<Record<Role, readonly NavItem[]>>> = {
	enseignant: [
		{ href: '/accueil', label: 'Accueil', icon: 'home' },
		{ href: '/carriere', label: 'Carrière', icon: 'stairs' },
		{ href: '/mutation', label: 'Mutation', icon: 'map' },
		{ href: '/messages', label: 'Messages', icon: 'mail' },
		{ href: '/plus', label: 'Plus', icon: 'more' }
	],
	chef: [
		{ href: '/etablissement', label: 'Accueil', icon: 'home' },
		{ href: '/etablissement/avis', label: 'Avis', icon: 'pen' }
	],
	gestionnaire: [
		{ href: '/gestion', label: 'Accueil', icon: 'home' },
		{ href: '/gestion/dossiers', label: 'Dossiers', icon: 'book' },
		{ href: '/gestion/campagnes', label: 'Campagnes', icon: 'calendar' },
		{ href: '/echanges', label: 'Échanges', icon: 'mail' },
		{ href: '/diffusion', label: 'Diffusion', icon: 'outbox' }
	],
	medecin: [{ href: '/medical', label: 'Accueil', icon: 'home' }],
	'correspondant-eps': [{ href: '/commission-eps', label: 'Accueil', icon: 'home' }],
	dpo: [{ href: '/dpo', label: 'Accueil', icon: 'home' }],
	admin: [{ href: '/administration', label: 'Accueil', icon: 'home' }],
	assistance: [{ href: '/assistance', label: 'Accueil', icon: 'home' }]
};

/** The item whose part of the product `path` belongs to. */
export const isWithin = (path: string, href: string): boolean =>
	path === href || path.startsWith(`${href}/`);

/** The one item a page belongs to: of those it is within, the most precise. */
export const currentItem = (items: readonly NavItem[], path: string): NavItem | null =>
	items
		.filter(({ href }) => isWithin(path, href))
		.reduce<NavItem | null>(
			(best, item) => (best && best.href.length >= item.href.length ? best : item),
			null
		);
