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
	enseignant: [{ href: '/plus', label: 'Plus', icon: 'more' }]
};

/** The item whose part of the product `path` belongs to. */
export const isWithin = (path: string, href: string): boolean =>
	path === href || path.startsWith(`${href}/`);
