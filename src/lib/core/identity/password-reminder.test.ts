import { expect, test } from 'vitest';
import { isPasswordReminderDue } from './password-reminder';

const changed = new Date('2026-02-28T10:00:00Z');

test.each([
	['the day before', 6, '2026-08-27T10:00:00Z', false],
	['the day itself', 6, '2026-08-28T10:00:00Z', true],
	['no setting', undefined, '2036-08-28T10:00:00Z', false]
])('%s', (_, months, now, due) => {
	expect(isPasswordReminderDue(changed, months, new Date(now))).toBe(due);
});

test('a password nobody has chosen yet is not reminded of', () => {
	expect(isPasswordReminderDue(null, 6, new Date('2036-01-01'))).toBe(false);
});
