import { describe, expect, test } from 'vitest';
import { auditPassword, refusePassword } from './password-rules';

describe('a new password', () => {
	test.each([
		['onze lettre', 4, 'enseignant', 'identity.password-too-short'],
		['douze lettres', 2, 'enseignant', 'identity.password-too-weak'],
		['douze lettres', 3, 'enseignant', undefined],
		['quinze lettres.', 4, 'admin', 'identity.password-too-short'],
		['seize lettres...', 3, 'admin', 'identity.password-too-weak'],
		['seize lettres...', 4, 'admin', undefined],
		['é'.repeat(64), 4, 'enseignant', undefined],
		['é'.repeat(129), 4, 'enseignant', 'identity.password-too-long']
	] as const)('%s, score %i, for %s: %s', (password, score, role, code) => {
		expect(refusePassword(password, score, role)?.code).toBe(code);
	});
});

test('the audit counts length and kinds, and sees the person’s own words', () => {
	expect(auditPassword('Éluard 2026', 2, ['Eluard', 'Claire'])).toEqual({
		length: 11,
		kinds: 4,
		personal: true,
		score: 2
	});
});
