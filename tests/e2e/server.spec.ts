import { expect, startServer, test, TestServer } from '../support/e2e';

test('every answer carries the security headers, static files included', async ({ request }) => {
	for (const path of ['/', '/favicon.svg', '/healthz', '/introuvable', '/api/v1/introuvable']) {
		const headers = (await request.get(path)).headers();
		expect(headers, path).toMatchObject({
			'x-content-type-options': 'nosniff',
			'x-frame-options': 'DENY',
			'referrer-policy': 'strict-origin-when-cross-origin',
			'cross-origin-opener-policy': 'same-origin',
			'content-security-policy': expect.stringContaining("frame-ancestors 'none'")
		});
	}
});

test('no page allows an inline script or an inline style', async ({ request }) => {
	const page = await (await request.get('/')).text();
	const policy = /http-equiv="content-security-policy" content="([^"]+)"/.exec(page)?.[1] ?? '';
	expect(policy).toContain("require-trusted-types-for 'script'");
	expect(policy).not.toContain('unsafe-inline');
	expect(policy).not.toContain('unsafe-eval');
});

test('only files whose name holds their hash are kept by browsers', async ({ request }) => {
	const page = await request.get('/');
	expect(page.headers()['cache-control']).toBe('no-cache');
	const script = /\/_app\/immutable\/[^"]+\.js/.exec(await page.text())?.[0] ?? '';
	expect((await request.get(script)).headers()['cache-control']).toContain('immutable');
});

test('answers are compressed', async ({ request }) => {
	const options = { headers: { 'accept-encoding': 'gzip' } };
	expect((await request.get('/', options)).headers()['content-encoding']).toBe('gzip');
});

test('a server that is asked to stop answers what is in progress, then ends well', async () => {
	const server = await startServer();
	const answers = Promise.all(
		Array.from({ length: 20 }, () => fetch(`${server.origin}/readyz`).then((r) => r.status))
	);
	await fetch(`${server.origin}/healthz`);
	const exit = await server.stop();
	expect(await answers).toEqual(Array(20).fill(200));
	expect(exit.code).toBe(0);
	await server.start();
	await server.remove();
});

test('a second server on the same embedded folder is refused, and says why', async ({ server }) => {
	test.skip(
		server.data.env.DATABASE_URL !== '',
		'there is no embedded folder on a database server'
	);
	const second = await TestServer.create({
		data: 'empty',
		env: { DATA_DIR: server.data.env.DATA_DIR ?? '' }
	});
	const { code, output } = await second.launch();
	expect(code).toBe(1);
	expect(output).toContain(`est déjà ouverte par le processus ${server.pid}`);
	await second.remove();
});

test('demonstration mode is refused on a public address', async () => {
	const server = await TestServer.create({
		data: 'empty',
		env: { ORIGIN: 'https://carnet.example.fr' }
	});
	const { code, output } = await server.launch();
	expect(code).toBe(1);
	expect(output).toContain('DEMO=1 est refusé');
	await server.remove();
});

test('a body larger than its route allows is refused before it is read', async ({ server }) => {
	const post = (body: BodyInit, headers: Record<string, string> = {}) =>
		fetch(`${server.origin}/api/v1/simulations/retraite`, {
			method: 'POST',
			body,
			headers: { 'content-type': 'application/json', origin: server.origin, ...headers },
			...(body instanceof ReadableStream ? { duplex: 'half' } : {})
		} as RequestInit);
	const large = JSON.stringify({ texte: 'x'.repeat(70_000) });
	const refused = await post(large);
	expect(refused.status).toBe(413);
	expect(await refused.json()).toMatchObject({ error: { code: 'http.too-large' } });
	// Sent in pieces, its size is not announced: it cannot be bounded before it is read.
	const unannounced = await post(new Blob([large]).stream());
	expect(unannounced.status).toBe(413);
	expect((await post('{}')).status).toBe(422);
});
