import {
	channelsFor,
	kinds,
	nextAllowed,
	type KindId,
	type QuietRules
} from '$lib/core/notifications';
import { schoolHolidays, zoneOf } from '$lib/data/notifications';
import type { Clock } from '$lib/core/shared';
import * as v from 'valibot';
import { unitOfWork } from '../db';
import { recipientsOf } from '../identity';
import { defineQueue, enqueueAll } from '../jobs';
import { choicesOf, insertNotifications } from './notifications.repository';

/** Few enough that a process that dies repeats little, many enough that 30,000 people are few jobs. */
const BATCH = 100;

export const pushQueue = defineQueue({
	name: 'notifications.push',
	schema: v.object({ notifications: v.array(v.pipe(v.string(), v.uuid())) }),
	retries: 8,
	firstDelaySeconds: 15,
	timeoutSeconds: 300
});

export type Notify = {
	[K in KindId]: {
		readonly kind: K;
		readonly data: v.InferInput<(typeof kinds)[K]['data']>;
		/** What it is about: nobody is told twice under the same key. */
		readonly key: string;
		readonly to: readonly string[];
	};
}[KindId];

/** Puts it in every inbox, and in the same unit of work asks for what must reach the phones. */
export const notify = ({ kind, data, key, to }: Notify, deps: { clock: Clock }): Promise<number> =>
	unitOfWork(async () => {
		const at = deps.clock.now();
		const checked = v.parse<v.GenericSchema>(kinds[kind].data, data);
		const told = await insertNotifications({ kind, key, data: checked, at }, to);
		const choices = await choicesOf(told.map(({ accountId }) => accountId));
		const pushed = told.filter(({ accountId }) =>
			channelsFor(kind, choices.get(accountId) ?? {}).includes('push')
		);
		for (const [moment, ids] of await moments(kind, pushed, at)) {
			const batches = Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, n) => ({
				notifications: ids.slice(n * BATCH, (n + 1) * BATCH)
			}));
			await enqueueAll(pushQueue, batches, { notBefore: new Date(moment) });
		}
		return told.length;
	});

/** When each may reach its person's phone: now, or at the end of their quiet hours. */
async function moments(
	kind: KindId,
	told: readonly { id: string; accountId: string }[],
	at: Date
): Promise<ReadonlyMap<number, string[]>> {
	if (kinds[kind].urgency === 'now') {
		return told.length === 0 ? new Map() : new Map([[at.getTime(), told.map(({ id }) => id)]]);
	}
	const academieOf = await recipientsOf(told.map(({ accountId }) => accountId));
	const allowed = new Map<string, number>();
	const byMoment = new Map<number, string[]>();
	for (const { id, accountId } of told) {
		const academie = academieOf.get(accountId)?.academie ?? '';
		const moment = allowed.get(academie) ?? nextAllowed(at, quietRules(academie)).getTime();
		allowed.set(academie, moment);
		const ids = byMoment.get(moment);
		if (ids) ids.push(id);
		else byMoment.set(moment, [id]);
	}
	return byMoment;
}

export const quietRules = (academie: string): QuietRules => ({
	zone: zoneOf(academie),
	holidays: schoolHolidays(academie)
});
