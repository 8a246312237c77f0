import { expect, test } from 'vitest';
import { isSameOrigin } from './same-origin';

const ours = 'https://carnet.example';
const post = (headers: Record<string, string>) =>
	new Request(`${ours}/x`, { method: 'POST', headers, body: '{}' });

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const json = { 'content-type': 'application/json' };

test.each([
	['our own page', { ...json, origin: ours, 'sec-fetch-site': 'same-origin' }, true],
	['our own page, older browser', { ...form, origin: ours }, true],
	['another site', { ...json, origin: 'https://autre.example' }, false],
	[
		'a neighbour on the same domain',
		{ ...json, origin: ours, 'sec-fetch-site': 'same-site' },
		false
	],
	['a page without origin', { ...form, origin: 'null' }, false],
	['another port', { ...json, origin: 'https://carnet.example:8443' }, false],
	['a form that hides where it comes from', form, false],
	['plain text that hides where it comes from', { 'content-type': 'text/plain;a' }, false],
	['a program that is not a browser', json, true]
])('a session is used from %s: %j', (_, headers, accepted) => {
	expect(isSameOrigin(post(headers), ours, true)).toBe(accepted);
});

test('reading is not refused', () => {
	const request = new Request(ours, { headers: { 'sec-fetch-site': 'cross-site' } });
	expect(isSameOrigin(request, ours, true)).toBe(true);
});
