import { fromKysely, type PgBoss } from 'pg-boss';
import * as v from 'valibot';
import { db } from '../db';
import type { Queue } from './queue';

let current: PgBoss | undefined;

/** Called by `startJobs`. */
export const setBoss = (boss: PgBoss | undefined) => void (current = boss);

export function boss(): PgBoss {
	if (!current) throw new Error('the job queue is not started');
	return current;
}

/** Adds one job per item inside the current unit of work: they exist if and only if it commits. */
export async function enqueueAll<T extends object>(
	queue: Queue<T>,
	items: readonly NoInfer<T>[],
	options: { notBefore?: Date } = {}
): Promise<void> {
	if (items.length === 0) return;
	const jobs = items.map((item) => ({
		data: v.parse(queue.schema, item),
		...(options.notBefore && { startAfter: options.notBefore })
	}));
	await boss().insert(queue.name, jobs, { db: fromKysely(db()) });
}

export const enqueue = <T extends object>(
	queue: Queue<T>,
	data: NoInfer<T>,
	options: { notBefore?: Date } = {}
): Promise<void> => enqueueAll(queue, [data], options);
