import type { Clock } from '$lib/core/shared';
import * as v from 'valibot';
import { defineQueue, defineWorker, type Worker } from '../jobs';
import { sendDigests } from './digest.usecases';
import { mailNotifications, type MailDeps } from './mail-notifications.usecases';
import { tellNews, type NewsSource } from './news.usecases';
import { mailQueue, pushQueue } from './notify.usecases';
import { pushBatch, type PushDeps } from './push/push.usecases';
import { remind, type DeadlineSource } from './reminders.usecases';

const remindersQueue = defineQueue({
	name: 'notifications.remind',
	schema: v.object({}),
	timeoutSeconds: 600
});

const newsQueue = defineQueue({ name: 'notifications.news', schema: v.object({}) });

const digestQueue = defineQueue({
	name: 'notifications.digest',
	schema: v.object({}),
	timeoutSeconds: 1800
});

interface Deps extends PushDeps, MailDeps {
	readonly clock: Clock;
	readonly deadlines: readonly DeadlineSource[];
	readonly news: readonly NewsSource[];
}

export const notificationJobs = (deps: Deps): Worker[] => [
	defineWorker(pushQueue, (batch) => pushBatch(batch, deps), { concurrency: 2 }),
	defineWorker(mailQueue, (batch) => mailNotifications(batch, deps), { concurrency: 2 }),
	defineWorker(remindersQueue, async () => void (await remind({ sources: deps.deadlines }, deps)), {
		cron: '*/10 * * * *'
	}),
	defineWorker(newsQueue, async () => void (await tellNews({ sources: deps.news }, deps)), {
		cron: '* * * * *'
	}),
	defineWorker(digestQueue, () => sendDigests(deps, deps), { cron: '30 7 * * 1' })
];
