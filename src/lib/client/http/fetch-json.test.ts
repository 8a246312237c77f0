import { expect, test } from 'vitest';
import { fetchJson } from './fetch-json';

const ours = { 'content-type': 'application/json', 'x-carnet': '1' };
const answering = (body: string, init: ResponseInit) => async () => new Response(body, init);

test('our own JSON is an answer', async () => {
	const fetch = answering('{"a":1}', { headers: ours });
	expect(await fetchJson(fetch, '/x')).toEqual({ ok: true, value: { a: 1 } });
});

test.each([
	[
		'the page of a captive portal',
		answering('<html>', { headers: { 'content-type': 'text/html' } })
	],
	['JSON of somebody else', answering('{}', { headers: { 'content-type': 'application/json' } })],
	['broken JSON under our name', answering('{"a":', { headers: ours })],
	['a line that breaks', () => Promise.reject(new TypeError('network'))]
])('%s is no network', async (_case, fetch) => {
	expect(await fetchJson(fetch, '/x')).toEqual({ ok: false, error: { kind: 'unreachable' } });
});

test('a stalled line is given up', async () => {
	const stalled = (_url: unknown, init?: RequestInit) =>
		new Promise<Response>((_, reject) =>
			init!.signal!.addEventListener('abort', () => reject(init!.signal!.reason))
		);
	const result = await fetchJson(stalled, '/x', { timeoutMs: 5 });
	expect(result).toEqual({ ok: false, error: { kind: 'unreachable' } });
});

test('a refusal keeps its code and the delay asked for', async () => {
	const fetch = answering('{"error":{"code":"http.too-many"}}', {
		status: 429,
		headers: { ...ours, 'retry-after': '7' }
	});
	const error = { kind: 'refused', status: 429, code: 'http.too-many', retryAfterSeconds: 7 };
	expect(await fetchJson(fetch, '/x')).toEqual({ ok: false, error });
});

test('redirects are never followed', async () => {
	let asked: RequestInit | undefined;
	await fetchJson(
		async (_url, init) => {
			asked = init;
			return new Response('{}', { headers: ours });
		},
		'/x',
		{ method: 'POST', body: {} }
	);
	expect(asked?.redirect).toBe('error');
});
