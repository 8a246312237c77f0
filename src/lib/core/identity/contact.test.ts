import { describe, expect, test } from 'vitest';
import { contactNow, isReadingClosed, seenAt } from './contact';

const HOUR = 3600_000;
const DAY = 24 * HOUR;
const start = Date.parse('2026-11-22T10:00:00Z');
const contact = contactNow(start);

describe('reading without contact', () => {
	test('seven days and no more', () => {
		expect(isReadingClosed(contact, start + 7 * DAY)).toBe(false);
		expect(isReadingClosed(contact, start + 7 * DAY + 1)).toBe(true);
	});

	test('setting the clock back closes it at once, instead of extending it', () => {
		const used = seenAt(contact, start + 6 * DAY);
		expect(isReadingClosed(used, start + 6 * DAY + HOUR)).toBe(false);
		expect(isReadingClosed(used, start + HOUR)).toBe(true);
		expect(isReadingClosed(contact, start - DAY)).toBe(true);
	});

	test('once seen, the end does not go away with the clock', () => {
		const late = seenAt(contact, start + 8 * DAY);
		expect(isReadingClosed(late, start + 8 * DAY)).toBe(true);
		expect(isReadingClosed(late, start + 6 * DAY)).toBe(true);
		expect(seenAt(late, start).seen).toBe(start + 8 * DAY);
	});

	test('a clock set forward before the contact gains nothing once it is right again', () => {
		expect(isReadingClosed(contactNow(start + 300 * DAY), start)).toBe(true);
	});

	test('a phone that corrects its clock by a few minutes stays open', () => {
		expect(isReadingClosed(contact, start - 5 * 60_000)).toBe(false);
	});
});
