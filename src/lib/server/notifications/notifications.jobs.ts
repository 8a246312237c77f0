import type { Clock } from '$lib/core/shared';
import * as v from 'valibot';
import { defineQueue, defineWorker, type Worker } from '../jobs';
import { mailNotifications, type MailDeps } from './mail-notifications.usecases';
import { mailQueue, pushQueue } from './notify.usecases';
import { pushBatch, type PushDeps } from './push/push.usecases';
import { remind, type DeadlineSource } from './reminders.usecases';

const remindersQueue = defineQueue({
	name: 'notifications.remind',
	schema: v.object({}),
	timeoutSeconds: 600
});

interface Deps extends PushDeps, MailDeps {
	readonly clock: Clock;
	readonly deadlines: readonly DeadlineSource[];
}

export const notificationJobs = (deps: Deps): Worker[] => [
	defineWorker(pushQueue, (batch) => pushBatch(batch, deps), { concurrency: 2 }),
	defineWorker(mailQueue, (batch) => mailNotifications(batch, deps), { concurrency: 2 }),
	defineWorker(remindersQueue, async () => void (await remind({ sources: deps.deadlines }, deps)), {
		cron: '*/10 * * * *'
	})
];
