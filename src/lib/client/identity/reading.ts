/** Seven days without contact close the reading; what waits to be sent is never touched. */
import { contactNow, isReadingClosed, seenAt } from '$lib/core/identity';
import type { LocalDatabase } from '../db';

const NOTED_EVERY_MS = 60_000;

export const noteContact = (db: LocalDatabase): Promise<void> =>
	db.write('contact', contactNow(Date.now()));

/** Notes the instant, which never goes back, and says whether reading is still open. */
export async function mayRead(db: LocalDatabase): Promise<boolean> {
	const now = Date.now();
	const contact = await db.read('contact');
	if (!contact) return true;
	if (now > contact.seen) await db.write('contact', seenAt(contact, now));
	return !isReadingClosed(contact, now);
}

/** @returns what ends the watch */
export function watchReading(db: LocalDatabase, onClosed: () => void): () => void {
	const timer = setInterval(
		() =>
			void mayRead(db).then(
				(open) => (open ? undefined : onClosed()),
				() => {}
			),
		NOTED_EVERY_MS
	);
	return () => clearInterval(timer);
}
