/** Keeps the local database and the server in step, and says in the database how it went. */
import type { SyncState } from '../db';
import { fetchJson, type HttpFailure } from '../http';
import { backOff } from './back-off';
import { deviceOf } from './device-id';
import { exchange } from './exchange';
import type { ExchangeOptions } from './exchange-options';
import { singleRunner, type Locks } from './runner';

export interface EngineOptions extends ExchangeOptions {
	readonly locks: Locks | undefined;
	/** Between 0 and 1. */
	readonly random: () => number;
	/** Milliseconds that never go back, unlike the phone's clock. */
	readonly elapsed: () => number;
	/** The person revoked this device from another one: everything here must go. */
	readonly onRevoked: () => Promise<void>;
	/** Told of each complete exchange. */
	readonly onExchanged?: () => Promise<void>;
}

export interface SyncEngine {
	/** One exchange now, or right after the current one. Never throws: the status tells. */
	run(): Promise<void>;
	/** The same, even if the server asked to wait: the person insists. */
	retryNow(): Promise<void>;
	stop(): void;
}

function stateAfter(failure: HttpFailure): SyncState {
	if (failure.kind === 'unreachable') return 'offline';
	if (failure.status === 401 || failure.code === 'sync.other-user') return 'signed-out';
	return failure.code === 'sync.client-outdated' ? 'outdated' : 'trouble';
}

/** Known at the first contact: by the pull itself, or by asking when the session has ended too. */
async function isRevoked(
	{ db, fetch, newId }: ExchangeOptions,
	failure: HttpFailure
): Promise<boolean> {
	if (failure.kind !== 'refused') return false;
	if (failure.code === 'sync.device-revoked') return true;
	if (failure.status !== 401) return false;
	const url = `/api/v1/sync/appareils/${await deviceOf(db, newId)}`;
	const answer = await fetchJson(fetch, url);
	return answer.ok && (answer.value as { revoked?: unknown }).revoked === true;
}

/** Waiting will not help: the person has something to do first. */
const isPause = (state: SyncState): boolean => state === 'signed-out' || state === 'outdated';

export function createEngine(options: EngineOptions): SyncEngine {
	const { db, locks, random, elapsed } = options;
	let stopped = false;
	let failures = 0;
	let notBefore = 0;
	let timer: ReturnType<typeof setTimeout> | undefined;

	function plan(failure: HttpFailure): void {
		failures += 1;
		const asked = failure.kind === 'refused' ? failure.retryAfterSeconds : null;
		const wait = backOff(failures, random(), asked);
		notBefore = elapsed() + (asked === null ? 0 : wait);
		clearTimeout(timer);
		timer = setTimeout(() => void engine.run(), wait);
	}

	async function once(): Promise<void> {
		if (stopped) return;
		const result = await exchange(options);
		if (stopped) return;
		if (result.ok) {
			[failures, notBefore] = [0, 0];
			clearTimeout(timer);
			await db.write('sync', { state: 'up-to-date', lastSuccess: result.value });
			return options.onExchanged?.();
		}
		if (await isRevoked(options, result.error)) {
			stopped = true;
			return options.onRevoked();
		}
		const state = stateAfter(result.error);
		if (!isPause(state)) plan(result.error);
		const lastSuccess = (await db.read('sync'))?.lastSuccess ?? null;
		await db.write('sync', { state, lastSuccess });
	}

	const runOnce = singleRunner(locks, `carnet-sync-${db.name}`, once);
	// A database closed under us (sign-out, upgrade in another tab) ends the exchange, nothing else.
	const quietly = () => runOnce().catch(() => {});
	const engine: SyncEngine = {
		run: async () => {
			if (elapsed() >= notBefore) await quietly();
		},
		retryNow: quietly,
		stop: () => {
			stopped = true;
			clearTimeout(timer);
		}
	};
	return engine;
}
