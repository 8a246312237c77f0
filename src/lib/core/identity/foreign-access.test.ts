import { expect, test } from 'vitest';
import { accessFrom } from './foreign-access';
import { roles } from './role';

test.each(['FR', 'RE', 'NC', 'PF', 'GF', 'YT', 'PM'])('%s is home for everybody', (country) => {
	for (const role of roles) expect(accessFrom({ country }, role)).toBe('allow');
});

test('from abroad a teacher verifies, everybody else is refused', () => {
	for (const place of [{ country: 'DE' }, { country: 'US' }, 'unknown'] as const)
		for (const role of roles)
			expect(accessFrom(place, role)).toBe(role === 'enseignant' ? 'verify' : 'refuse');
});

test('our own network is no country', () => expect(accessFrom('private', 'admin')).toBe('allow'));
