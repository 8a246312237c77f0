/** Every background job, gathered from the rooms: each declares its own in `x.jobs.ts`. */
import type { Clock, NewId } from '$lib/core/shared';
import type { Logger } from 'pino';
import type { OpenDatabase } from './db';
import { deadlineSources } from './deadline-sources';
import { documentsJobs, type DocumentsDeps } from './documents';
import type { Env } from './env';
import { identityJobs } from './identity';
import { maintenanceJobs, type Worker } from './jobs';
import { mailJobs, transportOf } from './mail';
import { attachmentJobs, messagesJobs } from './messages';
import { newsSources } from './news-sources';
import { mobilityJobs } from './mobility';
import { notificationJobs, pushSender } from './notifications';

/** What is made once per process and handed to everything else. */
export interface Context {
	readonly env: Env;
	readonly log: Logger;
	readonly clock: Clock;
	readonly newId: NewId;
	readonly database: OpenDatabase;
}

export const workersOf = (
	{ database, env, log, clock, newId }: Context,
	documents: DocumentsDeps
): Worker[] => [
	...maintenanceJobs(database),
	...mailJobs(transportOf(env, clock), env.origin),
	...notificationJobs({
		sender: pushSender({
			subject: env.origin.protocol === 'https:' ? env.origin.origin : 'mailto:root@localhost',
			now: () => clock.now(),
			testOrigins: env.pushTestOrigins
		}),
		origin: env.origin.origin,
		log,
		clock,
		deadlines: deadlineSources,
		news: newsSources
	}),
	...messagesJobs({ clock }),
	...attachmentJobs(documents),
	...identityJobs({ clock, newId }),
	...documentsJobs(documents),
	...mobilityJobs({ clock, newId })
];
