import { db } from '$lib/server/db';
import { startJobs, type Jobs, type Worker } from '$lib/server/jobs';
import { pino } from 'pino';
import { afterAll, beforeAll, inject } from 'vitest';
import { testBossSettings } from './job-settings';

export function startTestJobs(workers: Worker[]): Promise<Jobs> {
	const { engine } = inject('testDatabase');
	return startJobs({
		database: { db: db(), engine, close: async () => {} },
		log: pino({ level: 'silent' }),
		workers,
		settings: testBossSettings
	});
}

/** Starts the queue for the file, after `useDatabase`; `work` says whether jobs are also done. */
export function useJobs(workers: () => Worker[], work = true): void {
	let jobs: Jobs | undefined;
	beforeAll(async () => {
		jobs = await startTestJobs(workers());
		if (work) await jobs.work();
	});
	afterAll(() => jobs?.stop());
}
