/** What hostile clients and other sites send to the real server. */
import { chromium as browserType } from '@playwright/test';
import { chromium } from '../support/browsers';
import { CookieJar } from '../support/cookie-jar';
import { expect, startServer, test } from '../support/e2e';
import { rawRequest } from '../support/raw-request';
import { signInAs } from '../support/sign-in';

const FORM = 'application/x-www-form-urlencoded';

/** The cookies of a teacher of the demonstration. */
async function aSession(origin: string, cookie = '') {
	const answer = await rawRequest(origin, '/connexion?/demonstration', {
		method: 'POST',
		headers: { origin, 'content-type': FORM, accept: 'text/html', ...(cookie && { cookie }) },
		body: 'compte=enseignante'
	});
	const set = [answer.headers['set-cookie'] ?? []].flat().map((line) => line.split(';')[0] ?? '');
	return set.filter((pair) => pair.startsWith('__Host-'));
}

const valueOf = (cookies: string[], name: string) =>
	cookies.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);

const whoIs = (origin: string, cookie: string) =>
	rawRequest(origin, '/api/v1/session', { headers: { cookie } });

test.describe('another site', () => {
	const contents = [FORM, 'multipart/form-data; boundary=x', 'text/plain', 'application/json', ''];
	const senders: [string, Record<string, string>][] = [
		['its own origin', { origin: 'https://evil.example' }],
		['an origin that looks like ours', { origin: 'http://localhost.evil.example' }],
		['another port of ours', { origin: 'http://localhost:1' }],
		['a hidden origin', { origin: 'null' }],
		['the fetch metadata of another site', { 'sec-fetch-site': 'cross-site' }],
		['the fetch metadata of a sister site', { 'sec-fetch-site': 'same-site' }],
		['our origin, but the metadata of another', { origin: 'OURS', 'sec-fetch-site': 'cross-site' }]
	];
	const targets = [
		['POST', '/deconnexion'],
		['POST', '/api/v1/session/sortie'],
		['PUT', '/api/v1/push-subscriptions'],
		['POST', '/securite/mot-de-passe'],
		['POST', '/api/v1/sync/push']
	] as const;

	for (const [sender, headers] of senders) {
		test(`cannot act for the person with ${sender}, whatever the content`, async ({ server }) => {
			const { origin } = server;
			const cookie = (await aSession(origin)).join('; ');
			for (const content of contents) {
				for (const [method, path] of targets) {
					const answer = await rawRequest(origin, path, {
						method,
						headers: {
							cookie,
							...(content && { 'content-type': content }),
							...headers,
							...(headers['origin'] === 'OURS' && { origin })
						},
						body: '{}'
					});
					expect(answer.status, `${method} ${path} as ${content}`).toBe(403);
				}
			}
			expect((await whoIs(origin, cookie)).status).toBe(200);
		});
	}

	test('and without any header, no form can', async ({ server }) => {
		const cookie = (await aSession(server.origin)).join('; ');
		for (const content of contents.filter((one) => one !== 'application/json')) {
			const answer = await rawRequest(server.origin, '/api/v1/session/sortie', {
				method: 'POST',
				headers: { cookie, ...(content && { 'content-type': content }) },
				body: ''
			});
			expect(answer.status, content).toBe(403);
		}
		expect((await whoIs(server.origin, cookie)).status).toBe(200);
	});
});

test('a host that is not ours changes nothing of what is answered or sent', async ({ server }) => {
	const { origin } = server;
	const poison = {
		host: 'evil.example',
		'x-forwarded-host': 'evil.example',
		'x-forwarded-proto': 'https',
		'x-forwarded-port': '443',
		forwarded: 'host=evil.example;proto=https'
	};
	for (const path of ['/connexion', '/securite', '/api/v1/session', '/nulle-part', '/']) {
		const answer = await rawRequest(origin, path, { headers: { ...poison, accept: 'text/html' } });
		expect(JSON.stringify(answer.headers), path).not.toContain('evil.example');
		expect(answer.body, path).not.toContain('evil.example');
	}
	const asked = await rawRequest(origin, '/recuperation', {
		method: 'POST',
		headers: { ...poison, origin, 'content-type': FORM, accept: 'text/html' },
		body: 'identifiant=kaumont'
	});
	expect(JSON.stringify(asked.headers)).not.toContain('evil.example');
	await expect(async () => {
		const mails = await rawRequest(origin, '/demo/courriels');
		expect(mails.body).toContain(`${origin}/recuperation/lien`);
		expect(mails.body).not.toContain('evil.example');
	}).toPass();
});

test('an address one writes oneself does not escape the limit per address', async () => {
	const server = await startServer();
	const statuses: number[] = [];
	for (let i = 0; i < 62; i++) {
		const spoofed = `8.8.${i}.1`;
		const answer = await rawRequest(server.origin, '/recuperation', {
			method: 'POST',
			headers: {
				...{ origin: server.origin, 'content-type': FORM, accept: 'application/json' },
				...{ 'x-forwarded-for': spoofed, 'x-real-ip': spoofed, forwarded: `for=${spoofed}` }
			},
			body: `identifiant=personne${i}`
		});
		const { status } = JSON.parse(answer.body) as { status: number };
		statuses.push(status);
	}
	expect(statuses[0]).toBe(303);
	expect(statuses.at(-1)).toBe(429);
	await server.remove();
});

test('a session chosen in advance is never the one that opens', async ({ server }) => {
	const { origin } = server;
	const chosen = 'a'.repeat(40);
	const planted = await aSession(origin, `__Host-carnet=${chosen}; carnet=${chosen}`);
	const given = valueOf(planted, '__Host-carnet');
	expect(given).toBeTruthy();
	expect(given).not.toBe(chosen);
	expect((await whoIs(origin, `__Host-carnet=${chosen}`)).status).toBe(401);

	const again = await aSession(origin, `__Host-carnet=${given}`);
	expect(valueOf(again, '__Host-carnet')).not.toBe(given);
	expect((await whoIs(origin, `__Host-carnet=${given}`)).status).toBe(401);
});

test('cookies are for this host alone, over https alone, out of reach of scripts', async ({
	server
}) => {
	const jar = new CookieJar();
	const answer = await jar.post(`${server.origin}/connexion?/demonstration`, {
		compte: 'enseignante'
	});
	for (const line of answer.headers.getSetCookie()) {
		expect(line).toMatch(/^__Host-/);
		expect(line).toContain('Secure');
		expect(line).toContain('Path=/');
		expect(line).toContain('SameSite=Lax');
		expect(line).not.toContain('Domain');
		if (!line.startsWith('__Host-carnet-personne')) expect(line).toContain('HttpOnly');
	}
});

test('after signing out, going back shows nothing, even with the back/forward cache', async () => {
	test.setTimeout(90_000);
	const server = await startServer();
	const browser = await browserType.launch({
		...chromium,
		ignoreDefaultArgs: ['--disable-back-forward-cache']
	});
	const page = await browser.newPage({ baseURL: server.origin });
	await signInAs(page, 'Enseignante', server.origin);
	await page.goto('/securite');
	await expect(page.getByText('Derniers événements')).toBeVisible();
	await page.goto('/deconnexion');
	await page.getByRole('button', { name: 'Se déconnecter' }).click();
	await page.waitForURL('**/connexion');
	for (let i = 0; i < 4; i++) {
		await page.goBack({ waitUntil: 'commit' }).catch(() => null);
		await page.waitForLoadState('domcontentloaded').catch(() => {});
		await expect(page.getByText('Derniers événements')).toHaveCount(0);
		await expect(page.getByRole('heading', { level: 1, name: /Bonjour/ })).toHaveCount(0);
	}
	await browser.close();
	await server.remove();
});
