import { kinds, pushPayload } from '$lib/core/notifications';
import type { Logger } from 'pino';
import { unitOfWork } from '../../db';
import { pendingPushes, recordDeliveries, type PendingPush } from '../notifications.repository';
import type { PushMessage, PushOutcome, PushSender } from './sender';
import { deleteSubscriptions } from './subscriptions.repository';

export interface PushDeps {
	readonly sender: PushSender;
	readonly origin: string;
	readonly log: Pick<Logger, 'error'>;
}

export class PushServiceBusy extends Error {
	override readonly name = 'PushServiceBusy';
}

function messageOf(push: PendingPush, origin: string): PushMessage {
	const { group, unread, urgent } = push;
	const { sensitive } = kinds[push.kind];
	const payload = pushPayload({ rendered: push, sensitive, group, unread, origin });
	return { payload: JSON.stringify(payload), group, urgent };
}

/**
 * Sends what is left of a batch. What a service accepted is written down before the job ends, so a
 * repeat sends only the rest; a process killed in between may repeat this one batch, whose topic and
 * tag then replace the first copy on the phone.
 * @throws PushServiceBusy when some must be tried again
 */
export async function pushBatch(
	{ notifications }: { notifications: readonly string[] },
	{ sender, origin, log }: PushDeps
): Promise<void> {
	const pending = await pendingPushes(notifications);
	const outcomes = await Promise.all(
		pending.map(async (push): Promise<[PendingPush, PushOutcome]> => [
			push,
			await sender.send(push, messageOf(push, origin), push)
		])
	);
	const those = (...wanted: PushOutcome[]) =>
		outcomes.filter(([, outcome]) => wanted.includes(outcome)).map(([push]) => push);
	await unitOfWork(async () => {
		await deleteSubscriptions(those('gone').map(({ subscriptionId }) => subscriptionId));
		await recordDeliveries(those('accepted', 'refused', 'forbidden'));
	});
	const alarms = those('forbidden').length;
	if (alarms > 0) log.error({ count: alarms }, 'a push service does not accept our key');
	const busy = those('later').length;
	if (busy > 0) throw new PushServiceBusy(`${busy} of ${pending.length} to be tried again`);
}
