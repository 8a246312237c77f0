export { defineQueue, defineWorker, type JobInfo, type Queue, type Worker } from './queue';
export { enqueue, enqueueAll } from './enqueue';
export { startJobs, type Jobs } from './start';
export {
	discardDeadLetters,
	listDeadLetters,
	retryDeadLetters,
	type DeadLetter
} from './dead-letters';
export { maintenanceJobs } from './maintenance.jobs';
