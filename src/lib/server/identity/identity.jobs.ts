import * as v from 'valibot';
import { defineQueue, defineWorker, type Worker } from '../jobs';
import { forgetAttemptsBefore } from './attempts.repository';
import { forgetFlowsBefore } from './flows.repository';
import { sendFlowCode } from './send-code.usecases';
import { forgetExpiredSessions } from './sessions';
import type { IdentityDeps } from './client';

export const codeQueue = defineQueue({
	name: 'identity.send-code',
	schema: v.object({ flow: v.pipe(v.string(), v.uuid()) }),
	firstDelaySeconds: 2
});

const forgetQueue = defineQueue({ name: 'identity.forget', schema: v.object({}) });

const DAY = 24 * 3600 * 1000;

export const identityJobs = (deps: IdentityDeps): Worker[] => [
	defineWorker(codeQueue, ({ flow }) => sendFlowCode({ flowId: flow }, deps)),
	defineWorker(
		forgetQueue,
		async () => {
			const now = deps.clock.now();
			await forgetExpiredSessions();
			await forgetFlowsBefore(now);
			await forgetAttemptsBefore(new Date(now.getTime() - 2 * DAY));
		},
		{ cron: '40 3 * * *' }
	)
];
