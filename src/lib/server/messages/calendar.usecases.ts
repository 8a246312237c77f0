/**
 * The person's deadlines in the calendar of their choice. The address is a secret that gives this list
 * and nothing else; only its digest is kept, so it is shown once, and making another one revokes it.
 */
import { deadlineInstant, toldOutside, type Deadline } from '$lib/core/notifications';
import type { Clock } from '$lib/core/shared';
import ical, { ICalCalendarMethod } from 'ical-generator';
import { createHash, randomBytes } from 'node:crypto';
import { deleteFeed, feedOwner, hasFeed, replaceFeed } from './calendar.repository';

const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** @returns the secret of the new address; the former one no longer answers */
export async function openFeed(accountId: string, { clock }: { clock: Clock }): Promise<string> {
	const secret = randomBytes(24).toString('base64url');
	await replaceFeed(accountId, digestOf(secret), clock.now());
	return secret;
}

export const closeFeed = deleteFeed;
export const isFeedOpen = hasFeed;

/** Whose feed this is, null for any other address. */
export const ownerOfFeed = (secret: string): Promise<string | null> => feedOwner(digestOf(secret));

const QUARTER_HOUR = 15 * 60_000;

/** As iCalendar (RFC 5545); the hours are Paris time, told in UTC so that each calendar shows its own. */
export function calendarOf(
	deadlines: readonly Deadline[],
	{ origin, clock }: { origin: URL; clock: Clock }
): string {
	const calendar = ical({
		name: 'Carnet\u00a0: mes échéances',
		prodId: { company: 'Carnet', product: 'Échéances', language: 'FR' },
		method: ICalCalendarMethod.PUBLISH,
		ttl: 6 * 3600
	});
	for (const deadline of deadlines) {
		const { id, title, action, date, minutes, path } = toldOutside(deadline);
		const common = {
			...{ id: `${id}@${origin.hostname}`, summary: title, stamp: clock.now() },
			...{ description: action, url: origin.origin + path }
		};
		if (minutes === null) {
			calendar.createEvent({ ...common, start: new Date(`${date}T00:00:00Z`), allDay: true });
		} else {
			// An event ends at the deadline: what comes after it is too late.
			const end = deadlineInstant(deadline);
			calendar.createEvent({ ...common, start: new Date(end.getTime() - QUARTER_HOUR), end });
		}
	}
	return calendar.toString();
}
