import {
	channelsFor,
	kinds,
	nextAllowed,
	type Channel,
	type KindId,
	type NotificationKind,
	type NotificationSettings
} from '$lib/core/notifications';
import type { Clock } from '$lib/core/shared';
import * as v from 'valibot';
import { unitOfWork } from '../db';
import { recipientsOf } from '../identity';
import { defineQueue, enqueueAll } from '../jobs';
import { insertNotifications, type Told } from './notifications.repository';
import { settingsOf } from './notifications.sync';
import { quietRules } from './quiet-rules';

/** Few enough that a process that dies repeats little, many enough that 30,000 people are few jobs. */
const BATCH = 100;

const batchSchema = v.object({ notifications: v.array(v.pipe(v.string(), v.uuid())) });

export const pushQueue = defineQueue({
	name: 'notifications.push',
	schema: batchSchema,
	retries: 8,
	firstDelaySeconds: 15,
	timeoutSeconds: 300
});

export const mailQueue = defineQueue({ name: 'notifications.mail', schema: batchSchema });

export type Notify = {
	[K in KindId]: {
		readonly kind: K;
		readonly data: v.InferInput<(typeof kinds)[K]['data']>;
		/** What it is about: nobody is told twice under the same key. */
		readonly key: string;
		readonly to: readonly string[];
	};
}[KindId];

/** Puts it in every inbox, and in the same unit of work asks for what must reach people elsewhere. */
export const notify = ({ kind, data, key, to }: Notify, deps: { clock: Clock }): Promise<number> =>
	unitOfWork(async () => {
		const at = deps.clock.now();
		const declared = kinds[kind] as unknown as NotificationKind;
		const checked = v.parse(declared.data, data);
		const { urgency } = declared;
		const urgent = (typeof urgency === 'function' ? urgency(checked) : urgency) === 'now';
		const told = await insertNotifications(
			{ kind, key, at, urgent, group: declared.groupOf(checked), ...declared.render(checked) },
			to
		);
		const settings = await settingsOf(told.map(({ accountId }) => accountId));
		const wanting = (channel: Channel) =>
			told.filter(({ accountId }) =>
				channelsFor(kind, settings.get(accountId) ?? {}).includes(channel)
			);
		const from = { at, urgent, settings };
		await send(pushQueue, wanting('push'), from);
		await send(mailQueue, wanting('mail'), from);
		return told.length;
	});

/** At most once every ten seconds, however often it is asked for. */
export const checkPush = (accountId: string, deps: { clock: Clock }): Promise<number> =>
	notify(
		{
			kind: 'push-check',
			data: {},
			key: `push-check:${Math.floor(deps.clock.now().getTime() / 10_000)}`,
			to: [accountId]
		},
		deps
	);

interface Sending {
	readonly at: Date;
	readonly urgent: boolean;
	readonly settings: ReadonlyMap<string, NotificationSettings>;
}

async function send(
	queue: typeof pushQueue,
	told: readonly Told[],
	sending: Sending
): Promise<void> {
	for (const [moment, ids] of await moments(told, sending)) {
		const batches = Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, n) => ({
			notifications: ids.slice(n * BATCH, (n + 1) * BATCH)
		}));
		await enqueueAll(queue, batches, { notBefore: new Date(moment) });
	}
}

/** When each may reach its person: now, or at the end of their quiet hours. */
async function moments(
	told: readonly Told[],
	{ at, urgent, settings }: Sending
): Promise<ReadonlyMap<number, string[]>> {
	if (told.length === 0) return new Map();
	if (urgent) return new Map([[at.getTime(), told.map(({ id }) => id)]]);
	const people = await recipientsOf(told.map(({ accountId }) => accountId));
	const rulesOf = await quietRules();
	const mornings = new Map<string, number>();
	const morningOf = (academie: string) => {
		const known = mornings.get(academie) ?? nextAllowed(at, rulesOf(academie)).getTime();
		mornings.set(academie, known);
		return known;
	};
	const momentOf = ({ accountId }: Told) =>
		settings.get(accountId)?.quiet === false
			? at.getTime()
			: morningOf(people.get(accountId)?.academie ?? '');
	const byMoment = Map.groupBy(told, momentOf);
	return new Map([...byMoment].map(([moment, group]) => [moment, group.map(({ id }) => id)]));
}
