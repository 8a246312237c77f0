import * as v from 'valibot';
import { defineQueue, defineWorker, type Worker } from '../jobs';
import { checkQueue } from './check.queue';
import { checkDocument } from './check.usecases';
import type { DocumentsDeps } from './documents-deps';
import { remindExpiring } from './remind-expiring.usecases';
import { renewKeys } from './renew-keys.usecases';
import { purge, replayErasures, sweep } from './retention.usecases';

const retentionQueue = defineQueue({
	name: 'documents.retention',
	schema: v.object({}),
	timeoutSeconds: 3600
});

/** Asked for at each start: a start is what follows the restoration of a backup. */
export const replayQueue = defineQueue({
	name: 'documents.replay',
	schema: v.object({}),
	timeoutSeconds: 3600
});

const remindQueue = defineQueue({ name: 'documents.remind', schema: v.object({}) });

/** An upload that nobody has gone on with for that long will not be. */
const FORGET_AFTER_MS = 3 * 24 * 3600 * 1000;

export const documentsJobs = (deps: DocumentsDeps): Worker[] => [
	defineWorker(checkQueue, ({ document }) => checkDocument(document, deps), { concurrency: 2 }),
	defineWorker(replayQueue, async () => void (await replayErasures(deps))),
	defineWorker(remindQueue, async () => void (await remindExpiring(deps)), { cron: '10 7 * * *' }),
	defineWorker(
		retentionQueue,
		async () => {
			await replayErasures(deps);
			await purge(deps);
			await renewKeys(deps);
			await sweep(deps);
			await deps.deposits.forgetBefore(new Date(deps.clock.now().getTime() - FORGET_AFTER_MS));
		},
		{ cron: '20 4 * * *' }
	)
];
