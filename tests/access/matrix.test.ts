/**
 * Every operation of the build × every actor × whose object it is, against the one table of rights:
 * nothing answers that the table does not open, and what is forbidden answers like what is not there.
 */
import { allows, operationOf, policy } from '$lib/core/identity';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApplication, ORIGIN, type Application, type BuiltRoute } from './application';
import { objects } from './objects';
import { aWorld, sessionOf, type Actor, type Owner, type World } from './world';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** There in a demonstration, which this is not: whoever asks is told there is nothing. */
const onlyInDemonstration = (route: string) => route.startsWith('/demo/');

let application: Application;
let world: World;

beforeAll(async () => {
	application = await openApplication();
	world = await aWorld();
}, 180_000);
afterAll(() => application.close());

interface Call {
	readonly route: string;
	readonly operation: string;
	readonly params: Readonly<Record<string, string>>;
	readonly actor: Actor;
}

const pathOf = (route: string, params: Readonly<Record<string, string>>) =>
	route
		.replace(/\/\([^)]+\)/g, '')
		.replace(/\[\[?(?:\.\.\.)?([^\]=]+)(?:=[^\]]+)?\]?\]/g, (_, name: string) => params[name] ?? '')
		.replace(/\/+$/, '') || '/';

/** By its address, as the server does: a page may stand among the API's. */
const isApi = (route: string) => pathOf(route, {}).startsWith('/api/');

let caller = 0;
/** A different address each time: no limit per caller is reached. */
const nextAddress = () => `10.${(++caller >> 16) & 255}.${(caller >> 8) & 255}.${caller & 255}`;

async function answerTo(call: Call, at?: Date): Promise<Response> {
	const [method = '', named] = call.operation.split(' ');
	const action = named === '?/default' ? '' : named;
	const path = pathOf(call.route, call.params);
	const session = call.actor.user && (await sessionOf(call.actor.user, at));
	const hasBody = !['GET', 'HEAD', 'OPTIONS'].includes(method);
	const type = path.startsWith('/api/') ? 'application/json' : 'application/x-www-form-urlencoded';
	const body = path.startsWith('/api/') ? '{}' : 'champ=';
	const request = new Request(`${ORIGIN}${path}${action ?? ''}`, {
		method,
		redirect: 'manual',
		headers: {
			accept: path.startsWith('/api/') ? 'application/json' : 'text/html',
			origin: ORIGIN,
			...(session && { cookie: `__Host-carnet=${session}` }),
			...(hasBody && { 'content-type': type, 'content-length': String(body.length) })
		},
		...(hasBody && { body })
	});
	return application.respond(request, nextAddress());
}

/**
 * What someone can see of an answer; what changes from one rendering to the next is left out, and the
 * address they asked for, which tells them nothing.
 */
async function visible(response: Response, params: Call['params'] = {}): Promise<string> {
	const asked = Object.values(params).filter((value) => value !== '');
	const text = asked
		.reduce((seen, value) => seen.replaceAll(value, '#'), await response.text())
		.replace(/nonce="[^"]*"/g, '')
		.replace(/'nonce-[^']*'/g, '')
		.replace(/sha256-[^']+'/g, '')
		.replace(/__sveltekit_\w+/g, '')
		.replace(/data-s?v-[^=]*="[^"]*"/g, '');
	return `${response.status} ${response.headers.get('location') ?? ''} ${text}`;
}

const verbOf = (operation: string) => operation.split(' ')[0] ?? '';
const actionOf = (operation: string) => operation.split(' ?/')[1] ?? null;

function lineOf(route: string, operation: string) {
	const isAction = verbOf(operation) === 'POST' && !route.startsWith('/api/');
	return operationOf(
		route,
		verbOf(operation),
		actionOf(operation) ?? (isAction ? 'default' : null)
	);
}

/** May this actor call this operation at all? */
function opens(route: string, operation: string, actor: Actor): boolean {
	// The browser's question before a call from elsewhere: answers for the open API, and says nothing.
	if (
		operation === 'OPTIONS' &&
		Object.keys(policy[route] ?? {}).some((own) => lineOf(route, own)?.anyOrigin)
	) {
		return true;
	}
	const line = lineOf(route, operation);
	return line !== null && allows(line.need, actor.user?.role ?? null);
}

/** Every operation to try on a route: its own, every other method, and an action that is not there. */
const tried = ({ id, operations }: BuiltRoute): string[] => [
	...new Set([...operations, ...methods, ...(id.startsWith('/api/') ? [] : ['POST ?/inconnue'])])
];

const isForRoute = (route: BuiltRoute) => route.id in policy || route.operations.length > 0;

/** Whose objects are behind this route: nobody's in particular, or one per relation. */
async function targets(route: string, owners: readonly Owner[]) {
	const object = objects[route];
	if (!object) return [{ params: {}, owner: null, kind: '' }];
	if (!('make' in object)) return [{ params: object.params, owner: null, kind: '' }];
	const made = [];
	for (const owner of owners) {
		for (const kind of object.kinds ?? ['']) {
			made.push({ params: await object.make(owner, kind), owner, kind });
		}
	}
	return made;
}

describe('the build and the table of rights', () => {
	test('every operation of the build has its line, and every line its operation', () => {
		const actual = application.routes.flatMap(({ id, operations }) =>
			operations.map((operation) => `${id} ${operation}`)
		);
		const listed = Object.entries(policy).flatMap(([id, rule]) =>
			Object.keys(rule).map((operation) => `${id} ${operation}`)
		);
		expect(listed.sort()).toEqual([...new Set(actual)].sort());
	});

	test('every route with a parameter says what it points at', () => {
		const withParameter = application.routes.map(({ id }) => id).filter((id) => id.includes('['));
		expect(Object.keys(objects).sort()).toEqual(withParameter.sort());
	});
});

describe('the matrix', () => {
	test(
		'nothing answers but what the table opens; the rest is as if it were not there',
		{ timeout: 600_000 },
		async () => {
			const wrong: string[] = [];
			let calls = 0;
			const nowherePage = (actor: Actor) =>
				answerTo({ route: '/nulle-part', operation: 'GET', params: {}, actor }).then(visible);
			const nowhereApi = (actor: Actor) =>
				answerTo({ route: '/api/v1/introuvable', operation: 'GET', params: {}, actor }).then(
					visible
				);
			for (const actor of world.actors) {
				const missing = { page: await nowherePage(actor), api: await nowhereApi(actor) };
				for (const route of application.routes.filter(isForRoute)) {
					const object = objects[route.id];
					for (const operation of tried(route)) {
						for (const { params, owner, kind } of await targets(route.id, world.owners)) {
							calls += 1;
							const call = { route: route.id, operation, params, actor };
							const response = await answerTo(call);
							const role = opens(route.id, operation, actor);
							const reaches =
								role &&
								(!owner ||
									!object ||
									!('may' in object) ||
									object.may(operation, actor, owner, kind));
							const where = `${actor.name}: ${operation} ${route.id}${owner ? ` (${owner.relation} ${kind})` : ''}`;
							if (reaches) {
								// A page one may open opens: the matrix does not pass by refusing everything.
								const open =
									response.status < 400 ||
									operation !== 'GET' ||
									route.id.includes('[') ||
									onlyInDemonstration(route.id) ||
									route.id === '/introuvable';
								if (!open) wrong.push(`${where}: ${response.status}, expected an answer`);
								await response.body?.cancel();
								continue;
							}
							const seen = await visible(response, params);
							const answersAll = object && 'make' in object && object.answersAll;
							if (response.ok && !answersAll) {
								wrong.push(`${where}: ${response.status}, expected nothing`);
							} else if (role && object && 'make' in object) {
								const nothing = { ...call, params: object.nowhere };
								if (seen !== (await visible(await answerTo(nothing), object.nowhere))) {
									wrong.push(`${where}: not like an object that does not exist`);
								}
							} else if (actor.user && operation !== 'HEAD' && isApi(route.id)) {
								if (seen !== missing.api) wrong.push(`${where}: ${seen.slice(0, 80)}`);
							} else if (actor.user && operation !== 'HEAD' && seen !== missing.page) {
								wrong.push(`${where}: not like a page that does not exist (${response.status})`);
							}
						}
					}
				}
			}
			process.stdout.write(`matrix: ${calls} calls\n`);
			expect(wrong).toEqual([]);
		}
	);

	test('what asks for a fresh proof refuses a session an hour old, whoever holds it', async () => {
		const hourAgo = new Date(Date.now() - 3600_000);
		const wrong: string[] = [];
		for (const route of application.routes) {
			for (const operation of route.operations.filter((one) => lineOf(route.id, one)?.stepUp)) {
				for (const actor of world.actors.filter((one) => opens(route.id, operation, one))) {
					for (const { params } of await targets(route.id, world.owners.slice(0, 1))) {
						const response = await answerTo({ route: route.id, operation, params, actor }, hourAgo);
						const asked = route.id.startsWith('/api/')
							? response.status === 403
							: response.headers.get('location')?.startsWith('/securite/confirmer');
						if (!asked) wrong.push(`${actor.name}: ${operation} ${route.id}: ${response.status}`);
					}
				}
			}
		}
		expect(wrong).toEqual([]);
	});
});

test('a sign-in that fails is answered the same for a name that is somebody’s and one that is not', async () => {
	const { db } = await import('$lib/server/db');
	const { hashPassword } = await import('$lib/server/identity');
	const active = world.owners[0]!.user;
	const password_hash = await hashPassword('cartable-horizon-tilleul');
	await db().updateTable('account').set({ password_hash }).where('id', '=', active.id).execute();
	const answerOf = async (name: string) => {
		const body = new URLSearchParams({ identifiant: name, 'mot-de-passe': 'un-autre' }).toString();
		const headers = {
			...{ accept: 'text/html', origin: ORIGIN, 'content-length': String(body.length) },
			'content-type': 'application/x-www-form-urlencoded'
		};
		const request = new Request(`${ORIGIN}/connexion?/connexion`, {
			method: 'POST',
			headers,
			body
		});
		const response = await application.respond(request, nextAddress());
		return (await visible(response)).replaceAll(name, 'le nom tapé');
	};
	const unknown = await answerOf('personne');
	expect(unknown).toContain('401');
	// With a password, and never activated.
	expect(await answerOf(active.id)).toBe(unknown);
	expect(await answerOf(world.owners[1]!.user.id)).toBe(unknown);
});
