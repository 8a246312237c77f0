/** What the person has been told, and what of it they have read. */
import { groupsOf, inboxEntity, readNotification, type InboxGroup } from '$lib/core/notifications';
import { bodiesOf, type LocalDatabase } from '../db';
import { Live } from '../shared';
import { perform, type Writer } from '../sync';

export const myInboxGroups = async (db: LocalDatabase): Promise<InboxGroup[]> =>
	groupsOf(await bodiesOf(db, inboxEntity));

export const myInbox = (db: LocalDatabase): Live<InboxGroup[]> => new Live(() => myInboxGroups(db));

/** Notifications as read as the page they lead to. */
export async function markAsRead(writer: Writer, ids: readonly string[]): Promise<void> {
	const at = writer.now().toISOString();
	for (const id of ids) await perform(writer, readNotification, { id, at });
}
