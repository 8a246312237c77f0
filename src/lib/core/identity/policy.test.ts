import { describe, expect, test } from 'vitest';
import { allows, operationOf } from './policy';
import { opensSession } from './session';
import { isStaff, roles } from './role';

describe('the policy closes what it does not name', () => {
	test.each([
		['a route nobody listed', '/inconnue', 'GET', null],
		['a method nobody listed', '/healthz', 'POST', null],
		['an action nobody listed', '/(auth)/connexion', 'POST', 'inconnue']
	])('%s', (_, route, method, action) => {
		expect(operationOf(route, method, action)).toBeNull();
	});

	test('reading the headers only is reading', () => {
		expect(operationOf('/healthz', 'HEAD', null)).toEqual(operationOf('/healthz', 'GET', null));
	});

	test('the command line of the machine is nobody’s function', () => {
		expect(roles.filter((role) => allows('operator', role))).toEqual([]);
	});
});

describe('the proof a session opens with', () => {
	test.each(roles.filter(isStaff))('for %s is something held', (role) => {
		for (const factor of ['password', 'sso', 'email-code'] as const) {
			expect(opensSession(role, factor)).toBe(false);
		}
		expect(opensSession(role, 'passkey') && opensSession(role, 'totp')).toBe(true);
	});

	test('for a teacher may be a password', () => {
		expect(opensSession('enseignant', 'password')).toBe(true);
	});
});
