/**
 * Holds a page's keys for the moment between it and the next one. Invariant: in memory only, taken
 * once, and forgotten by itself: a key that nobody comes for does not outlive half a minute.
 */
const KEPT_MS = 30_000;

interface Kept {
	readonly ring: unknown;
	readonly forget: () => void;
}

const kept = new Map<string, Kept>();

interface KeyMessage {
	readonly type?: unknown;
	readonly database?: unknown;
	readonly ring?: unknown;
}

/** Resolves once they are gone: the worker must not be stopped before. */
function keep(database: string, ring: unknown): Promise<void> {
	kept.get(database)?.forget();
	return new Promise((resolve) => {
		const forget = () => {
			clearTimeout(timer);
			kept.delete(database);
			resolve();
		};
		const timer = setTimeout(forget, KEPT_MS);
		kept.set(database, { ring, forget });
	});
}

export function listenToKeys(worker: ServiceWorkerGlobalScope): void {
	worker.addEventListener('message', (event) => {
		const { type, database, ring } = (event.data ?? {}) as KeyMessage;
		if (typeof database !== 'string') return;
		if (type === 'keep-keys') event.waitUntil(keep(database, ring));
		if (type === 'take-keys') event.ports[0]?.postMessage(kept.get(database)?.ring ?? null);
		if (type === 'take-keys' || type === 'forget-keys') kept.get(database)?.forget();
	});
}
