import { boss } from './enqueue';
import { DEAD_LETTERS } from './start';

/** A job that failed at its last attempt, as an administrator sees it. */
export interface DeadLetter {
	readonly id: string;
	readonly queue: string;
	readonly data: object;
	readonly attempts: number;
	readonly failedAt: Date;
}

export async function listDeadLetters(limit = 100): Promise<DeadLetter[]> {
	const jobs = await boss().findJobs<object>(DEAD_LETTERS, { limit });
	return jobs.map((job) => ({
		id: job.id,
		queue: job.sourceName ?? '',
		data: job.data,
		attempts: (job.sourceRetryCount ?? 0) + 1,
		failedAt: job.createdOn
	}));
}

/** Puts dead letters back on their own queues; returns how many went. */
export const retryDeadLetters = (ids: string[]): Promise<number> =>
	boss().redrive(DEAD_LETTERS, { ids });

export const discardDeadLetters = async (ids: string[]): Promise<void> => {
	await boss().deleteJob(DEAD_LETTERS, ids);
};
