/**
 * Keys live in memory only. They go from a page to the next through the worker, which forgets them
 * after a moment, and from a tab to another one that is open; with the last page they are gone.
 */
import type { Keyring } from '../../db';

const WORKER_ANSWERS_MS = 500;
const TAB_ANSWERS_MS = 800;

type Word =
	| { readonly say: 'who-has' }
	| { readonly say: 'have'; readonly ring: Keyring }
	| { readonly say: 'in-use' }
	| { readonly say: 'lock' };

const channelOf = (database: string) => new BroadcastChannel(`${database}-keys`);
/** Held by every open page, so that a new one knows whether somebody can answer. */
const lockOf = (database: string) => `${database}-open`;

const worker = () => navigator.serviceWorker?.controller ?? null;

function first<T>(withinMs: number, ask: (answer: (value: T | null) => void) => void) {
	return new Promise<T | null>((resolve) => {
		const timer = setTimeout(() => resolve(null), withinMs);
		ask((value) => {
			clearTimeout(timer);
			resolve(value);
		});
	});
}

function fromWorker(database: string): Promise<Keyring | null> {
	const target = worker();
	if (!target) return Promise.resolve(null);
	return first(WORKER_ANSWERS_MS, (answer) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = ({ data }: MessageEvent<Keyring | null>) => answer(data);
		target.postMessage({ type: 'take-keys', database }, [port2]);
	});
}

async function fromAnotherTab(database: string): Promise<Keyring | null> {
	const { held } = await navigator.locks.query();
	if (!held?.some(({ name }) => name === lockOf(database))) return null;
	const channel = channelOf(database);
	const ring = await first<Keyring>(TAB_ANSWERS_MS, (answer) => {
		channel.onmessage = ({ data }: MessageEvent<Word>) => {
			if (data.say === 'have') answer(data.ring);
		};
		channel.postMessage({ say: 'who-has' } satisfies Word);
	});
	channel.close();
	return ring;
}

/** The keys that the previous page or another tab holds, or null. */
export const takeKeys = async (database: string): Promise<Keyring | null> =>
	(await fromWorker(database)) ?? (await fromAnotherTab(database));

export interface SharedKeys {
	/** Tells the other tabs that the person is here. */
	sayInUse(): void;
	/** Locks every tab, and forgets. */
	lock(): void;
	stop(): void;
}

interface Listener {
	readonly onInUse: () => void;
	readonly onLock: () => void;
}

/** Answers other tabs, and leaves the keys to the next page when this one goes. */
export function shareKeys(database: string, ring: Keyring, listener: Listener): SharedKeys {
	const channel = channelOf(database);
	const ended = new AbortController();
	const { signal } = ended;
	channel.onmessage = ({ data }: MessageEvent<Word>) => {
		if (data.say === 'who-has') channel.postMessage({ say: 'have', ring } satisfies Word);
		if (data.say === 'in-use') listener.onInUse();
		if (data.say === 'lock') listener.onLock();
	};
	void navigator.locks
		.request(
			lockOf(database),
			{ mode: 'shared' },
			() => new Promise((done) => signal.addEventListener('abort', done))
		)
		.catch(() => {});
	const leave = () => worker()?.postMessage({ type: 'keep-keys', database, ring });
	addEventListener('pagehide', leave, { signal });
	return {
		sayInUse: () => channel.postMessage({ say: 'in-use' } satisfies Word),
		lock: () => {
			channel.postMessage({ say: 'lock' } satisfies Word);
			worker()?.postMessage({ type: 'forget-keys', database });
			ended.abort();
		},
		stop: () => {
			ended.abort();
			channel.close();
		}
	};
}
