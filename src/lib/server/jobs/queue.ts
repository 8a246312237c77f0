import type { GenericSchema } from 'valibot';

/**
 * A kind of background work. Its data hold identifiers, never personal data: they stay readable in
 * the queue for days, and in the dead letters for weeks.
 */
export interface Queue<T extends object> {
	/** `<room>.<verb>`; never renamed while jobs of that name are waiting. */
	readonly name: string;
	readonly schema: GenericSchema<unknown, T>;
	/** Attempts after the first; the delay doubles from one to the next. */
	readonly retries: number;
	readonly firstDelaySeconds: number;
	readonly longestDelaySeconds: number;
	/** A handler that has not answered by then is given up and tried again. */
	readonly timeoutSeconds: number;
}

const defaults = {
	retries: 6,
	firstDelaySeconds: 5,
	longestDelaySeconds: 3600,
	timeoutSeconds: 120
};

export const defineQueue = <T extends object>(
	queue: Pick<Queue<T>, 'name' | 'schema'> & Partial<Queue<T>>
): Queue<T> => ({ ...defaults, ...queue });

export interface JobInfo {
	/** The same at each attempt: what an idempotent handler keys its effect on. */
	readonly id: string;
	/** 1 for the first. */
	readonly attempt: number;
	/** Aborted when the time limit is reached or the process stops. */
	readonly signal: AbortSignal;
}

/** What a process does with the jobs of a queue. Handlers are idempotent: a job may come twice. */
export interface Worker {
	readonly queue: Queue<object>;
	handle(data: unknown, job: JobInfo): Promise<void>;
	/** Jobs handled at the same time by one process, and repeated if it dies: 2 or more. */
	readonly concurrency: number;
	/** Cron expression in Paris time, for work that nobody asks for. */
	readonly cron: string | null;
}

export function defineWorker<T extends object>(
	queue: Queue<T>,
	handle: (data: T, job: JobInfo) => Promise<void>,
	options: { concurrency?: number; cron?: string } = {}
): Worker {
	return {
		queue,
		handle: handle as Worker['handle'],
		concurrency: options.concurrency ?? 4,
		cron: options.cron ?? null
	};
}
