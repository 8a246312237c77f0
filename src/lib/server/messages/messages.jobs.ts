import type { Clock } from '$lib/core/shared';
import { defineQueue, defineWorker, type Worker } from '../jobs';
import * as v from 'valibot';
import { tellOfMessages } from './threads/threads.usecases';
import { publishCircular, publishQueue } from './publish.usecases';

const tellQueue = defineQueue({ name: 'messages.tell', schema: v.object({}) });

export const messagesJobs = (deps: { clock: Clock }): Worker[] => [
	defineWorker(publishQueue, (circular) => publishCircular(circular, deps), { concurrency: 2 }),
	defineWorker(tellQueue, () => tellOfMessages(deps), { cron: '* * * * *' })
];
