import { destinationAfterSignIn } from '$lib/core/identity';
import { uuidv7 } from '$lib/core/shared';
import { db } from '$lib/server/db';
import { readSession } from '$lib/server/identity';
import { finishSso, ssoProviders, startSso, type SsoSettings } from '$lib/server/identity/sso';
import { readCasAnswer } from '$lib/server/identity/sso/cas';
import { ssoSettings } from '$lib/server/identity/sso/settings';
import { ssoLogoutUrl, type SsoDeps } from '$lib/server/identity/sso/sso.usecases';
import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../support/database';
import { startHostileOidc, type Lie } from '../support/hostile-oidc';
import { entered } from '../support/identity';
import { startOidc, type TestOidc } from '../support/oidc-server';
import { anAccount } from '../support/people';

process.env.NUMEN_KEY ??= 'ab'.repeat(32);

const origin = new URL('http://localhost:4999');
const client = { address: '192.0.2.7', device: 'Test', deviceToken: null, sessionId: null };
const warnings: { err?: Error }[] = [];

let oidc: TestOidc;
let hostile: Awaited<ReturnType<typeof startHostileOidc>>;
let deps: SsoDeps;
let now = new Date();

useDatabase();
beforeAll(async () => {
	oidc = await startOidc(`${origin.origin}/connexion/sso/ent/retour`, emailOf);
	hostile = await startHostileOidc();
	const settings = v.parse(ssoSettings, [
		{
			kind: 'oidc',
			id: 'ent',
			label: 'ENT',
			trustEmail: true,
			issuer: oidc.issuer,
			clientId: 'carnet',
			clientSecret: 'a-secret-of-the-tests-only'
		},
		{
			kind: 'oidc',
			id: 'menteur',
			label: 'Menteur',
			issuer: hostile.issuer,
			clientId: 'carnet',
			clientSecret: 'a-secret-of-the-tests-only'
		},
		{
			kind: 'header',
			id: 'proxy',
			label: 'Portail',
			subjectHeader: 'x-remote-user',
			proxies: ['10.0.0.1']
		}
	] satisfies (Partial<SsoSettings> & object)[]);
	deps = {
		providers: ssoProviders(settings),
		origin,
		clock: { now: () => now },
		newId: () => uuidv7(Date.now(), randomBytes(10)),
		log: { warn: (details) => void warnings.push(details) }
	};
	ids.marie = (await anAccount()).id;
	ids.paul = (await anAccount()).id;
});
afterAll(() => Promise.all([oidc.close(), hostile.close()]));

const ids = { marie: '', paul: '' };
/** Only Marie's address at the provider is one that Carnet knows. */
const emailOf = (login: string) =>
	login === 'marie' ? `${ids.marie}@example.org` : `${login}@ailleurs.example`;

async function start(provider: string, linkTo: string | null = null) {
	const started = await startSso({ provider, nextPage: '/carriere', linkTo }, deps);
	if (!started.ok) throw new Error(started.error.code);
	return started.value;
}

type Back = { token: string | null; search: string; headers?: Headers; peer?: string };

const comeBack = (provider: string, { token, search, headers, peer }: Back) =>
	finishSso(
		{
			provider,
			token,
			search,
			form: null,
			headers: headers ?? new Headers(),
			peer: peer ?? '192.0.2.7',
			client
		},
		deps
	);

const code = (result: Awaited<ReturnType<typeof comeBack>>) =>
	result.ok ? 'entered' : result.error.code;

async function signInAt(login: string, linkTo: string | null = null) {
	const { url, token } = await start('ent', linkTo);
	const back = await oidc.signIn(url, login);
	return {
		token,
		search: back.search,
		result: await comeBack('ent', { token, search: back.search })
	};
}

describe('by a real OpenID provider', () => {
	test('the account of the vouched academic address is recognised, linked and entered', async () => {
		const { result } = await signInAt('marie');
		if (!result.ok) throw new Error(`${result.error.code} ${String(warnings.at(-1)?.err)}`);
		expect(result.value.nextPage).toBe('/carriere');
		const open = await readSession(entered(result).sessionId);
		expect(open).toMatchObject({ user: { id: ids.marie }, session: { factor: 'sso' } });
		const links = await db().selectFrom('sso_link').selectAll().execute();
		expect(links).toMatchObject([{ issuer: oidc.issuer, subject: 'marie', account_id: ids.marie }]);
		expect(code((await signInAt('marie')).result)).toBe('entered');
	}, 30_000);

	test('someone it does not make known is told what to do, and can link themselves once signed in', async () => {
		expect(code((await signInAt('personne')).result)).toBe('identity.sso-unknown-person');
		expect(code((await signInAt('personne', ids.paul)).result)).toBe('entered');
		const { result } = await signInAt('personne');
		expect(entered(result).account.id).toBe(ids.paul);
		expect(code((await signInAt('personne', ids.marie)).result)).toBe(
			'identity.sso-linked-elsewhere'
		);
	}, 30_000);

	test('a closed account does not open', async () => {
		await db()
			.updateTable('account')
			.set({ disabled_at: new Date() })
			.where('id', '=', ids.paul)
			.execute();
		expect(code((await signInAt('personne')).result)).toBe('identity.sso-refused');
		await db()
			.updateTable('account')
			.set({ disabled_at: null })
			.where('id', '=', ids.paul)
			.execute();
	}, 30_000);

	test('the authorization asks for a code, with PKCE, a state and a nonce', async () => {
		const { searchParams } = (await start('ent')).url;
		expect(searchParams.get('response_type')).toBe('code');
		expect(searchParams.get('code_challenge_method')).toBe('S256');
		expect(searchParams.get('code_challenge')!.length).toBe(43);
		expect(searchParams.get('state')!.length).toBe(43);
		expect(searchParams.get('nonce')!.length).toBe(43);
	});

	test('signing out also leads out of the provider', async () => {
		const url = await ssoLogoutUrl({ provider: 'ent' }, deps);
		expect(url!.origin).toBe(oidc.issuer);
		expect(url!.searchParams.get('post_logout_redirect_uri')).toBe(`${origin.origin}/connexion`);
		expect(await ssoLogoutUrl({ provider: 'proxy' }, deps)).toBeNull();
	});

	test('refused: a return played a second time', async () => {
		const { token, search } = await signInAt('marie');
		expect(code(await comeBack('ent', { token, search }))).toBe('identity.sso-refused');
	}, 30_000);

	test('refused: a code already used, under a fresh attempt', async () => {
		const { search } = await signInAt('marie');
		const { url, token } = await start('ent');
		const mixed = new URLSearchParams(search);
		mixed.set('state', url.searchParams.get('state')!);
		expect(code(await comeBack('ent', { token, search: `?${mixed}` }))).toBe(
			'identity.sso-refused'
		);
	}, 30_000);

	test('refused: a stolen code without the verifier of its browser (PKCE)', async () => {
		const victim = await start('ent');
		const back = await oidc.signIn(victim.url, 'marie');
		const thief = await start('ent');
		const stolen = new URLSearchParams(back.search);
		stolen.set('state', thief.url.searchParams.get('state')!);
		expect(code(await comeBack('ent', { token: thief.token, search: `?${stolen}` }))).toBe(
			'identity.sso-refused'
		);
	}, 30_000);

	test('refused: another state, another browser, no cookie, another provider’s attempt, too late', async () => {
		const { url, token } = await start('ent');
		const { search } = await oidc.signIn(url, 'marie');
		const wrong = new URLSearchParams(search);
		wrong.set('state', 'x'.repeat(43));
		expect(code(await comeBack('ent', { token, search: `?${wrong}` }))).toBe(
			'identity.sso-refused'
		);
		const other = await start('ent');
		expect(code(await comeBack('ent', { token: other.token, search }))).toBe(
			'identity.sso-refused'
		);
		expect(code(await comeBack('ent', { token: null, search }))).toBe('identity.sso-refused');
		const elsewhere = await start('menteur');
		expect(code(await comeBack('ent', { token: elsewhere.token, search }))).toBe(
			'identity.sso-refused'
		);

		const late = await start('ent');
		const back = await oidc.signIn(late.url, 'marie');
		now = new Date(Date.now() + 11 * 60_000);
		expect(code(await comeBack('ent', { token: late.token, search: back.search }))).toBe(
			'identity.sso-refused'
		);
		now = new Date();
	}, 30_000);
});

describe('by a provider that lies', () => {
	async function lying(lie: Lie, changed: Record<string, string> = {}) {
		const { url, token } = await start('menteur', ids.marie);
		const search = hostile.answer(url, lie, changed);
		return code(await comeBack('menteur', { token, search }));
	}
	const seconds = () => Math.floor(Date.now() / 1000);

	const lies: Record<string, () => Promise<string>> = {
		'another nonce': () => lying({ claims: (c) => ({ ...c, nonce: 'x'.repeat(43) }) }),
		'no nonce': () => lying({ claims: ({ nonce: _nonce, ...c }) => c }),
		'a token for another application': () => lying({ claims: (c) => ({ ...c, aud: 'autre' }) }),
		'a token of another issuer': () =>
			lying({ claims: (c) => ({ ...c, iss: 'https://autre.example' }) }),
		'an answer of another issuer (mix-up)': () => lying({}, { iss: 'https://autre.example' }),
		'an unsigned token (alg none)': () => lying({ signature: 'none' }),
		'a signature by an unknown key': () => lying({ signature: 'other' }),
		'an expired token': () =>
			lying({ claims: (c) => ({ ...c, iat: seconds() - 1000, exp: seconds() - 600 }) }),
		'a token issued in the future': () =>
			lying({ claims: (c) => ({ ...c, iat: seconds() + 600, exp: seconds() + 900 }) }),
		'a token without a subject': () => lying({ claims: ({ sub: _sub, ...c }) => c }),
		'an error instead of a code': () => lying({}, { error: 'access_denied', code: '' })
	};
	test.each(Object.keys(lies))('refused: %s', async (name) => {
		expect(await lies[name]!()).toBe('identity.sso-refused');
		expect(
			await db().selectFrom('sso_link').selectAll().where('issuer', '=', hostile.issuer).execute()
		).toEqual([]);
	});

	test('the same answer told honestly enters: the refusals above are due to the lies', async () => {
		expect(await lying({})).toBe('entered');
	});

	test('the same subject at another provider is someone else', async () => {
		const marieHere = await db()
			.selectFrom('sso_link')
			.selectAll()
			.where('subject', '=', 'marie')
			.execute();
		expect(new Set(marieHere.map((link) => link.issuer))).toEqual(
			new Set([oidc.issuer, hostile.issuer])
		);
		await db().deleteFrom('sso_link').where('issuer', '=', hostile.issuer).execute();
		const { url, token } = await start('menteur');
		expect(code(await comeBack('menteur', { token, search: hostile.answer(url, {}) }))).toBe(
			'identity.sso-unknown-person'
		);
	});

	test('a provider that is not trusted for addresses gives nobody’s account by an address', async () => {
		const { url, token } = await start('menteur');
		const search = hostile.answer(url, {
			claims: (c) => ({ ...c, email: `${ids.marie}@example.org` })
		});
		expect(code(await comeBack('menteur', { token, search }))).toBe('identity.sso-unknown-person');
	});
});

describe('the page asked for', () => {
	test.each([
		'//evil.example',
		'https://evil.example',
		'/\\evil.example',
		'javascript:alert(1)',
		'/\tx'
	])('%s never leads away', (asked) =>
		expect(destinationAfterSignIn(asked, 'enseignant')).toBe('/accueil')
	);
});

describe('by a proxy’s header', () => {
	const signIn = async (peer: string, user: string) => {
		const { url, token } = await start('proxy', ids.paul);
		const headers = new Headers({ 'x-remote-user': user });
		return code(await comeBack('proxy', { token, search: url.search, headers, peer }));
	};

	test('the proxy is believed, nobody else is', async () => {
		expect(await signIn('192.0.2.7', 'paul')).toBe('identity.sso-refused');
		expect(await signIn('10.0.0.1', '')).toBe('identity.sso-refused');
		expect(await signIn('10.0.0.1', 'paul, marie')).toBe('identity.sso-refused');
		expect(await signIn('::ffff:10.0.0.1', 'paul')).toBe('entered');
	});
});

describe('a CAS answer', () => {
	const answer = (inside: string) =>
		`<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas">${inside}</cas:serviceResponse>`;
	const success = '<cas:authenticationSuccess><cas:user>marie</cas:user>';

	test('names the person, with their address when there is one', () => {
		expect(readCasAnswer(answer(`${success}</cas:authenticationSuccess>`))).toEqual({
			subject: 'marie',
			email: null
		});
		const attributes = '<cas:attributes><cas:mail>m@ac.example</cas:mail></cas:attributes>';
		expect(readCasAnswer(answer(`${success}${attributes}</cas:authenticationSuccess>`)).email).toBe(
			'm@ac.example'
		);
	});

	test.each([
		[
			'a failure',
			answer('<cas:authenticationFailure code="INVALID_TICKET">no</cas:authenticationFailure>')
		],
		[
			'another namespace',
			`<x xmlns="urn:x"><authenticationSuccess><user>marie</user></authenticationSuccess></x>`
		],
		['two people', answer(`${success}<cas:user>paul</cas:user></cas:authenticationSuccess>`)],
		[
			'a document type',
			`<!DOCTYPE x [<!ENTITY a "b">]>${answer(`${success}</cas:authenticationSuccess>`)}`
		],
		['something else', '<html><body>Login'],
		['nothing', '']
	])('%s is refused', (_name, xml) => {
		expect(() => readCasAnswer(xml)).toThrow();
	});
});

describe('the operator’s settings', () => {
	test('refuse http, repeated names and a proxy without an address', () => {
		const cas = { kind: 'cas', id: 'a', label: 'A', base: 'https://cas.example' };
		const accepts = (settings: unknown) => v.safeParse(ssoSettings, settings).success;
		expect(accepts([cas])).toBe(true);
		expect(accepts([{ ...cas, base: 'http://cas.example' }])).toBe(false);
		expect(accepts([cas, cas])).toBe(false);
		const header = { kind: 'header', id: 'b', label: 'B', subjectHeader: 'x-user' };
		expect(accepts([{ ...header, proxies: [] }])).toBe(false);
		expect(accepts([{ ...header, proxies: ['*'] }])).toBe(false);
	});
});
