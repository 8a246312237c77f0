/** Every background job, gathered from the rooms: each declares its own in `x.jobs.ts`. */
import type { Clock, NewId } from '$lib/core/shared';
import type { Logger } from 'pino';
import type { OpenDatabase } from './db';
import type { Env } from './env';
import { identityJobs } from './identity';
import { maintenanceJobs, type Worker } from './jobs';
import { mailJobs, transportOf } from './mail';

/** What is made once per process and handed to everything else. */
export interface Context {
	readonly env: Env;
	readonly log: Logger;
	readonly clock: Clock;
	readonly newId: NewId;
	readonly database: OpenDatabase;
}

export const workersOf = ({ database, env, clock, newId }: Context): Worker[] => [
	...maintenanceJobs(database),
	...mailJobs(transportOf(env, clock), env.origin),
	...identityJobs({ clock, newId })
];
