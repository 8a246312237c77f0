import { defineQueue, defineWorker, type Worker } from '../jobs';
import * as v from 'valibot';
import { cancelUnsigned } from './bulk-steps.usecases';
import type { MobilityDeps } from './mobility-deps';

const unsignedQueue = defineQueue({ name: 'mobility.cancel-unsigned', schema: v.object({}) });

export const mobilityJobs = (deps: MobilityDeps): Worker[] => [
	defineWorker(unsignedQueue, () => cancelUnsigned(deps), { cron: '*/10 * * * *', concurrency: 2 })
];
