import { inboxEntity } from '$lib/core/notifications';
import { bodiesOf, type LocalDatabase } from '../db';
import { Live } from '../shared';

export async function countUnread(db: LocalDatabase): Promise<number> {
	const items = await bodiesOf(db, inboxEntity);
	return items.filter(({ readAt }) => readAt === null).length;
}

export const unreadCount = (db: LocalDatabase): Live<number> => new Live(() => countUnread(db));
