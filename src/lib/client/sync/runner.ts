/**
 * One exchange at a time on this device, whatever the number of tabs. Asking again during an exchange
 * plans exactly one more: what was asked for may have come too late for the current one.
 */
export type Locks = Pick<LockManager, 'request'>;

export function singleRunner(
	locks: Locks | undefined,
	name: string,
	work: () => Promise<void>
): () => Promise<void> {
	const exclusive = (): Promise<void> =>
		locks ? locks.request(name, work).then(() => {}) : work();
	let current: Promise<void> | null = null;
	let next: Promise<void> | null = null;
	const start = (): Promise<void> => {
		current = exclusive().finally(() => (current = null));
		return current;
	};
	return () => {
		if (!current) return start();
		next ??= current
			.catch(() => {})
			.then(() => {
				next = null;
				return start();
			});
		return next;
	};
}
