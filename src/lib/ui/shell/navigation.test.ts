import { existsSync, globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { currentItem, isWithin, navigation } from './navigation';

/** `/carriere/parcours` → any page of that address, whatever the group it stands in. */
const hasPage = (href: string) =>
	globSync(`src/routes/{,(*)/}${href.slice(1)}/{,(*)/}+page.svelte`).some((path) =>
		existsSync(path)
	);

test('a bar has at most five items and leads only to rooms that exist', () => {
	for (const [role, items] of Object.entries(navigation)) {
		expect(items.length, role).toBeLessThanOrEqual(5);
		for (const item of items) expect(hasPage(item.href), `${role} ${item.href}`).toBe(true);
	}
});

test('an item is current on its own page and below it, not on a namesake', () => {
	expect(isWithin('/carriere/parcours', '/carriere')).toBe(true);
	expect(isWithin('/carriere', '/carriere')).toBe(true);
	expect(isWithin('/carrieres', '/carriere')).toBe(false);
});

test('a room within another one is alone current on its pages', () => {
	const items = navigation.gestionnaire!;
	expect(currentItem(items, '/gestion/dossiers')?.href).toBe('/gestion/dossiers');
	expect(currentItem(items, '/gestion')?.href).toBe('/gestion');
});
