/**
 * Every page of the product, read from its folders and its policy: a new page is covered by the
 * tests that go over all of them without a line being added.
 */
import { policy, type Need, type Role } from '../../src/lib/core/identity';
import { existsSync } from 'node:fs';

export interface ProductPage {
	readonly id: string;
	readonly path: string;
	/** Label of the demonstration account that sees it, or null for anyone. */
	readonly account: string | null;
}

const accounts: Readonly<Record<Role, string>> = {
	enseignant: 'Enseignante',
	chef: 'Cheffe d’établissement',
	gestionnaire: 'Gestionnaire',
	medecin: 'Médecin-conseil',
	'correspondant-eps': 'Correspondant académique EPS',
	dpo: 'DPO',
	admin: 'Administratrice',
	assistance: 'Assistance'
};

/** The pages of `(app)` are empty shells for the network, and a teacher's screens on the phone. */
function accountFor(id: string, need: Exclude<Need, 'operator'>): string | null {
	if (id.startsWith('/(app)/')) return accounts.enseignant;
	if (need === 'public') return null;
	return accounts[need === 'session' ? 'enseignant' : (need[0] ?? 'admin')];
}

/** Addresses with a parameter that exist in every installation; the others are seen where they are made. */
const examples: Readonly<Record<string, string>> = {
	'/(app)/mutation/guides/[id]': '/mutation/guides/nouvelle-caledonie-wallis'
};

const needOf = (rule: (typeof policy)[string]): Need | undefined => {
	const get = rule.GET;
	return typeof get === 'object' && 'need' in get ? get.need : get;
};

export const pages: readonly ProductPage[] = Object.entries(policy).flatMap(([id, rule]) => {
	const need = needOf(rule);
	if (need === undefined || need === 'operator' || !existsSync(`src/routes${id}/+page.svelte`))
		return [];
	const path = examples[id] ?? (id.replace(/\/\([^)]+\)/g, '') || '/');
	return path.includes('[') ? [] : [{ id, path, account: accountFor(id, need) }];
});
