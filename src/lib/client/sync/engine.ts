/** Keeps the local database and the server in step, and says in the database how it went. */
import type { LocalDatabase, SyncState } from '../db';
import type { Fetch, HttpFailure } from '../http';
import { pullAll } from './pull';
import { singleRunner, type Locks } from './runner';

export interface EngineOptions {
	readonly db: LocalDatabase;
	readonly person: string;
	readonly fetch: Fetch;
	readonly locks: Locks | undefined;
}

export interface SyncEngine {
	/** One exchange now, or right after the current one. Never throws: the status tells. */
	run(): Promise<void>;
	stop(): void;
}

function stateAfter(failure: HttpFailure): SyncState {
	if (failure.kind === 'unreachable') return 'offline';
	if (failure.status === 401 || failure.code === 'sync.other-user') return 'signed-out';
	return failure.code === 'sync.client-outdated' ? 'outdated' : 'trouble';
}

export function createEngine({ db, person, fetch, locks }: EngineOptions): SyncEngine {
	let stopped = false;

	async function exchange(): Promise<void> {
		if (stopped) return;
		const result = await pullAll({ db, person, fetch });
		if (stopped) return;
		const lastSuccess = (await db.read('sync'))?.lastSuccess ?? null;
		await db.write(
			'sync',
			result.ok
				? { state: 'up-to-date', lastSuccess: result.value }
				: { state: stateAfter(result.error), lastSuccess }
		);
	}

	const run = singleRunner(locks, `carnet-sync-${db.name}`, exchange);
	return {
		// A database closed under us (sign-out, upgrade in another tab) ends the exchange, nothing else.
		run: () => run().catch(() => {}),
		stop: () => {
			stopped = true;
		}
	};
}
