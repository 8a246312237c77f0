import { kinds } from '$lib/core/notifications';
import { unitOfWork } from '../db';
import { recipientsOf } from '../identity';
import { sendMail } from '../mail';
import { unreadAmong, type UnreadNotification } from './notifications.repository';
import { unsubscribeUrl } from './unsubscribe.usecases';

export interface MailDeps {
	readonly origin: string;
}

/** A mailbox is read by others: what is sensitive is only said to be there. */
const titleOf = ({ kind, title }: UnreadNotification): string =>
	kinds[kind].sensitive ? 'Une nouvelle vous attend dans Carnet' : title;

/** Tells by mail what has not been read yet; a repeat sends nothing again. */
export async function mailNotifications(
	{ notifications }: { notifications: readonly string[] },
	{ origin }: MailDeps
): Promise<void> {
	const unread = await unreadAmong(notifications);
	const people = await recipientsOf(unread.map(({ accountId }) => accountId));
	await unitOfWork(async () => {
		for (const one of unread) {
			const to = people.get(one.accountId)?.email;
			if (!to) continue;
			await sendMail({
				template: 'notice',
				to,
				key: `notification:${one.id}`,
				data: {
					title: titleOf(one),
					path: kinds[one.kind].sensitive ? '/messages' : one.path,
					unsubscribeUrl: unsubscribeUrl(origin, one.accountId, one.kind)
				}
			});
		}
	});
}
