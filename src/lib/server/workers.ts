/** Every background job, gathered from the rooms: each declares its own in `x.jobs.ts`. */
import type { App } from './app';
import { maintenanceJobs, type Worker } from './jobs';

export type WorkerContext = Omit<App, 'jobs' | 'close'>;

export const workersOf = ({ database }: WorkerContext): Worker[] => [...maintenanceJobs(database)];
