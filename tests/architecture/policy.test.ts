/** The policy and the routes say the same thing: nothing unlisted, nothing listed that is not there. */
import { allows, policy, roles } from '$lib/core/identity';
import { describe, expect, test } from 'vitest';

type Module = Record<string, unknown>;
const endpoints = import.meta.glob<Module>('/src/routes/**/+server.ts', { eager: true });
const pageServers = import.meta.glob<Module>('/src/routes/**/+page.server.ts', { eager: true });
const pages = Object.keys(import.meta.glob('/src/routes/**/+page.svelte'));

const verbs = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const routeOf = (path: string) => path.replace('/src/routes', '').replace(/\/\+[^/]+$/, '') || '/';

const actual = [
	...pages.map((path) => `${routeOf(path)} GET`),
	...Object.entries(endpoints).flatMap(([path, module]) =>
		(module['fallback'] ? verbs : verbs.filter((verb) => module[verb])).map(
			(verb) => `${routeOf(path)} ${verb}`
		)
	),
	...Object.entries(pageServers).flatMap(([path, module]) =>
		Object.keys((module['actions'] as object) ?? {}).map(
			(action) => `${routeOf(path)} POST ?/${action}`
		)
	)
].sort();

const listed = Object.entries(policy)
	.flatMap(([route, rule]) => Object.keys(rule).map((operation) => `${route} ${operation}`))
	.sort();

test('every route, method and form action of the product is in the policy, and nothing else', () => {
	expect(listed).toEqual(actual);
});

describe('a need', () => {
	test('without a session only public things are open', () => {
		expect(allows('public', null)).toBe(true);
		expect(allows('session', null)).toBe(false);
		expect(allows(roles, null)).toBe(false);
	});

	test.each(roles)('%s opens what names that role and nothing else', (role) => {
		expect(allows([role], role)).toBe(true);
		expect(
			allows(
				roles.filter((other) => other !== role),
				role
			)
		).toBe(false);
	});
});
