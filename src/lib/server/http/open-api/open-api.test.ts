import { simulation } from '$lib/core/reference';
import { civilDate, ok } from '$lib/core/shared';
import type { Handle, RequestEvent, RequestHandler } from '@sveltejs/kit';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { callerOf } from './caller';
import { openApi } from './open-api.handle';
import { inProcessRateLimiter } from './rate-limit';
import { simulationRoute } from './simulation-route';

const double = simulation(
	v.strictObject({ nombre: v.pipe(v.number(), v.integer(), v.maxValue(10)) }),
	({ nombre }) => {
		if (nombre < 0) throw new Error('broken on purpose');
		return ok({ values: { double: nombre * 2 }, au: civilDate('2026-11-22') });
	}
);
const POST = simulationRoute(double, () => ({ version: 'essai' }));
const logged: unknown[] = [];

let address = 0;
async function call(init: RequestInit, client = `10.0.${address++ >> 8}.${address & 255}`) {
	const url = new URL('http://localhost/api/v1/simulations/essai');
	const event = {
		url,
		request: new Request(url, init),
		getClientAddress: () => client,
		locals: { requestId: 'r1', log: { error: (line: unknown) => logged.push(line) } }
	} as unknown as RequestEvent;
	const resolve: Parameters<Handle>[0]['resolve'] = async (e) =>
		POST(e as Parameters<RequestHandler>[0]);
	const response = await openApi({ event, resolve });
	expect(response.headers.get('access-control-allow-origin')).toBe('*');
	expect(response.headers.get('access-control-allow-credentials')).toBeNull();
	const body = response.status === 204 ? null : await response.json();
	return { response, status: response.status, body };
}

const json = (body: unknown): RequestInit => ({
	method: 'POST',
	headers: { 'content-type': 'application/json' },
	body: JSON.stringify(body)
});

describe('the open API', () => {
	test('answers with the version of the rules and the warning', async () => {
		const { status, body } = await call(json({ nombre: 4 }));
		expect(status).toBe(200);
		expect(body).toEqual({
			double: 8,
			regles: { version: 'essai', au: '2026-11-22', statut: 'en-vigueur' },
			avertissement: expect.stringContaining('informative, non prescriptive')
		});
	});

	test('says in French what is wrong and where', async () => {
		const { status, body } = await call(json({ nombre: 40, autre: 1 }));
		expect(status).toBe(422);
		expect(body.error.code).toBe('simulation.invalid');
		expect(body.error.issues).toEqual([
			{ path: 'nombre', message: 'Valeur maximale\u00a0: 10.' },
			{ path: 'autre', message: 'Champ inconnu.' }
		]);
		expect((await call(json({}))).body.error.issues).toEqual([
			{ path: 'nombre', message: 'Champ obligatoire.' }
		]);
		expect((await call({ ...json({}), body: '{' })).body.error.code).toBe('http.not-json');
	});

	test('lets any origin ask beforehand', async () => {
		const { response, status } = await call({ method: 'OPTIONS' });
		expect(status).toBe(204);
		expect(response.headers.get('access-control-allow-methods')).toContain('POST');
	});

	test('refuses text', async () => {
		expect((await call({ method: 'POST', body: '{"nombre":1}' })).status).toBe(415);
	});

	test('answers 500 as JSON with the identifier of the log', async () => {
		const { status, body } = await call(json({ nombre: -1 }));
		expect(status).toBe(500);
		expect(body.error).toMatchObject({ code: 'http.internal', id: 'r1' });
		expect(logged).toHaveLength(1);
	});

	test('stops a caller after 600 requests in a minute and says when to come back', async () => {
		for (let i = 0; i < 600; i++)
			expect((await call(json({ nombre: 1 }), '192.0.2.1')).status).toBe(200);
		const { response, status } = await call(json({ nombre: 1 }), '192.0.2.1');
		expect(status).toBe(429);
		expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
		expect(response.headers.get('ratelimit-remaining')).toBe('0');
		expect(response.headers.get('access-control-expose-headers')).toContain('Retry-After');
		expect((await call(json({ nombre: 1 }), '192.0.2.2')).status).toBe(200);
	});
});

test('a caller is an IPv4 address or an IPv6 subscriber', () => {
	expect(callerOf('192.0.2.7')).toBe('192.0.2.7');
	expect(callerOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
	expect(callerOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64');
	expect(callerOf('2001:0DB8:1:2::9')).toBe('2001:db8:1:2::/64');
	expect(callerOf('2001:db8::1')).toBe('2001:db8:0:0::/64');
	expect(callerOf('::1')).toBe('0:0:0:0::/64');
});

test('a new minute starts afresh', () => {
	const limiter = inProcessRateLimiter(1);
	expect(limiter.take('a', 0)).toMatchObject({ allowed: true });
	expect(limiter.take('a', 59_999)).toMatchObject({ allowed: false, resetSeconds: 1 });
	expect(limiter.take('a', 60_000)).toMatchObject({ allowed: true });
});
