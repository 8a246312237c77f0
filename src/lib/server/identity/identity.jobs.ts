import * as v from 'valibot';
import { defineQueue, defineWorker, type Worker } from '../jobs';
import { forgetRequestsBefore } from './access/forget.repository';
import { forgetAttemptsBefore } from './attempts.repository';
import { verifyAudit } from './audit.repository';
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

/** A journal that does not hold ends among the failed tasks, which administrators see. */
const auditQueue = defineQueue({
	name: 'identity.verify-audit',
	schema: v.object({}),
	retries: 0,
	timeoutSeconds: 3600
});

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
			await forgetRequestsBefore(new Date(now.getTime() - 365 * DAY));
		},
		{ cron: '40 3 * * *' }
	),
	defineWorker(
		auditQueue,
		async () => {
			const { brokenAt } = await verifyAudit();
			if (brokenAt !== null) throw new Error(`the journal does not hold from line ${brokenAt}`);
		},
		{ cron: '10 4 * * *' }
	)
];
