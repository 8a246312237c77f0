import { defineWorker, type Worker } from '../jobs';
import { pushQueue } from './notify.usecases';
import { pushBatch, type PushDeps } from './push/push.usecases';

export const notificationJobs = (deps: PushDeps): Worker[] => [
	defineWorker(pushQueue, (batch) => pushBatch(batch, deps), { concurrency: 2 })
];
