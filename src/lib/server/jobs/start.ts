import type { Job, JobResult, PgBoss, WorkOptions } from 'pg-boss';
import type { Logger } from 'pino';
import * as v from 'valibot';
import type { OpenDatabase } from '../db';
import { bossDefaults, createBoss, type BossSettings } from './boss';
import { setBoss } from './enqueue';
import type { Queue, Worker } from './queue';

/** Where a job goes when its last attempt has failed. */
export const DEAD_LETTERS = 'dead-letters';
const NINETY_DAYS = 90 * 24 * 3600;
const THREE_DAYS = 3 * 24 * 3600;

export interface Jobs {
	/** From now on this process also does the work; until then it only adds to the queues. */
	work(): Promise<void>;
	/** Lets the jobs in hand finish, then gives the others back. */
	stop(): Promise<void>;
}

async function declareQueue(boss: PgBoss, queue: Queue<object>, settings: BossSettings) {
	const options = {
		retryLimit: queue.retries,
		retryDelay: queue.firstDelaySeconds,
		retryBackoff: true,
		retryDelayMax: queue.longestDelaySeconds,
		expireInSeconds: queue.timeoutSeconds,
		heartbeatSeconds: settings.heartbeatSeconds,
		deleteAfterSeconds: THREE_DAYS,
		deadLetter: DEAD_LETTERS
	};
	await boss.createQueue(queue.name, options);
	// An existing queue keeps its old options at creation.
	await boss.updateQueue(queue.name, options);
}

/** Never rejects: one job's failure must not repeat the others that were fetched with it. */
async function attempt(worker: Worker, job: Job<object>, log: Logger): Promise<JobResult> {
	const { id, signal } = job;
	const { queue } = worker;
	try {
		const data = v.parse(queue.schema, job.data ?? {});
		await worker.handle(data, { id, signal, attempt: job.retryCount + 1 });
		return { id, status: 'completed' };
	} catch (error) {
		log.warn({ err: error, queue: queue.name, job: id }, 'job failed');
		return { id, status: 'failed', output: { message: String(error) } };
	}
}

async function startWorker(boss: PgBoss, worker: Worker, settings: BossSettings, log: Logger) {
	await boss.work<object, unknown, WorkOptions & { perJobResults: true }>(
		worker.queue.name,
		{
			pollingIntervalSeconds: settings.pollSeconds,
			batchSize: worker.concurrency,
			// While there is work, the next batch is fetched at once.
			burstWhenBatchFull: true,
			perJobResults: true
		},
		(jobs) => Promise.all(jobs.map((job) => attempt(worker, job, log)))
	);
	if (worker.cron) await boss.schedule(worker.queue.name, worker.cron, {}, { tz: 'Europe/Paris' });
}

/** Several instances may start together: the engine installs its schema under its own lock. */
export async function startJobs(options: {
	database: OpenDatabase;
	log: Logger;
	workers: readonly Worker[];
	settings?: BossSettings;
}): Promise<Jobs> {
	const { database, log, workers, settings = bossDefaults } = options;
	const boss = createBoss(database.db, database.engine, log, settings);
	await boss.start();
	await boss.createQueue(DEAD_LETTERS, { retentionSeconds: NINETY_DAYS });
	for (const worker of workers) await declareQueue(boss, worker.queue, settings);
	setBoss(boss);
	let working: Promise<void> | undefined;
	const startWorkers = async () => {
		for (const worker of workers) await startWorker(boss, worker, settings, log);
	};
	return {
		work: () => (working ??= startWorkers()),
		stop: async () => {
			setBoss(undefined);
			await boss.stop({ graceful: true, timeout: 10_000, close: false });
		}
	};
}
