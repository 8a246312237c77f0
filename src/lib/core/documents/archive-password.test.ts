import { expect, test } from 'vitest';
import { archiveStrength } from './archive-password';

test.each([
	['', 'weak'],
	['motdepasse', 'weak'],
	['aaaaaaaaaaaaaaaaaaaa', 'weak'],
	['abcdefghijklmnop', 'weak'],
	['Carnet2026', 'weak'],
	['tilleulhorizon', 'weak'],
	['tilleul horizon 42', 'fair'],
	['tilleul cartable horizon marée', 'strong']
])('the password %j is %s', (password, strength) => {
	expect(archiveStrength(password)).toBe(strength);
});
