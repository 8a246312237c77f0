/**
 * How long a phone may show what it keeps without hearing from the server. Instants are the phone's
 * own (milliseconds): only a contact moves `at`, and `seen` never goes back before the next contact,
 * so that setting the clock back closes the reading instead of extending it.
 */
export interface Contact {
	/** Phone's instant of the last complete exchange. */
	readonly at: number;
	/** Latest instant seen since. */
	readonly seen: number;
}

const DAY = 24 * 3600_000;
export const READING_DAYS = 7;
/** A phone that corrects its clock by itself does not lock for it. */
const TOLERANCE = 10 * 60_000;

export const contactNow = (now: number): Contact => ({ at: now, seen: now });

export const seenAt = (contact: Contact, now: number): Contact =>
	now > contact.seen ? { ...contact, seen: now } : contact;

export const isReadingClosed = ({ at, seen }: Contact, now: number): boolean =>
	Math.max(seen, now) - at > READING_DAYS * DAY || now < seen - TOLERANCE;
