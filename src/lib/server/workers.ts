/** Every background job, gathered from the rooms: each declares its own in `x.jobs.ts`. */
import type { App } from './app';
import { maintenanceJobs, type Worker } from './jobs';
import { mailJobs, transportOf } from './mail';

export type WorkerContext = Omit<App, 'jobs' | 'close'>;

export const workersOf = ({ database, env, clock }: WorkerContext): Worker[] => [
	...maintenanceJobs(database),
	...mailJobs(transportOf(env, clock), env.origin)
];
