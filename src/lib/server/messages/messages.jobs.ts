import type { Clock } from '$lib/core/shared';
import { defineQueue, defineWorker, type Worker } from '../jobs';
import * as v from 'valibot';
import type { DocumentsDeps } from '../documents';
import { tidyAttachments } from './attachments/attachments.usecases';
import { tellOfMessages } from './threads/threads.usecases';
import { publishCircular, publishQueue } from './publish.usecases';

const tidyQueue = defineQueue({
	name: 'messages.tidy-attachments',
	schema: v.object({}),
	timeoutSeconds: 1800
});

const tellQueue = defineQueue({ name: 'messages.tell', schema: v.object({}) });

export const messagesJobs = (deps: { clock: Clock }): Worker[] => [
	defineWorker(publishQueue, (circular) => publishCircular(circular, deps), { concurrency: 2 }),
	defineWorker(tellQueue, () => tellOfMessages(deps), { cron: '* * * * *' })
];

export const attachmentJobs = (deps: DocumentsDeps): Worker[] => [
	defineWorker(tidyQueue, () => tidyAttachments(deps), { cron: '40 4 * * *' })
];
