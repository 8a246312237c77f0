/** « Votre semaine dans Carnet »: for those who asked for it, what they have not read of the last days. */
import { kinds, notificationSettingsEntity } from '$lib/core/notifications';
import { parisDate, type Clock } from '$lib/core/shared';
import { unitOfWork } from '../db';
import { recipientsOf } from '../identity';
import { sendMail } from '../mail';
import { everyPersonalRow } from '../sync';
import { unreadSince, type UnreadNotification } from './notifications.repository';
import { unsubscribeUrl } from './unsubscribe.usecases';

const WEEK_MS = 7 * 24 * 3600_000;
const MOST_LINES = 20;

/** What a mailbox may hold: the subject of a public text, and only the nature of the rest. */
const lineOf = ({ kind, title }: UnreadNotification): string =>
	kinds[kind].sensitive ? kinds[kind].label : title;

export async function sendDigests(
	{ origin }: { origin: string },
	{ clock }: { clock: Clock }
): Promise<void> {
	const now = clock.now();
	const settings = await everyPersonalRow(notificationSettingsEntity);
	const wanting = settings.filter(({ body }) => body.channels?.['digest.mail'] === true);
	const people = await recipientsOf(wanting.map(({ accountId }) => accountId));
	for (const [accountId, { email }] of people) {
		const unread = await unreadSince(accountId, new Date(now.getTime() - WEEK_MS));
		const titles = [...new Set(unread.map(lineOf))].slice(0, MOST_LINES);
		if (titles.length === 0) continue;
		await unitOfWork(() =>
			sendMail({
				template: 'digest',
				to: email,
				key: `digest:${accountId}:${parisDate(now)}`,
				data: { titles, unsubscribeUrl: unsubscribeUrl(origin, accountId, 'digest') }
			})
		);
	}
}
