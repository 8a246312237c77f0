/** When to exchange: at the start, back on screen or on the network, told by a push, and now and then. */
import type { SyncEngine } from './engine';

const EVERY_MS = 5 * 60_000;

/** Starts listening and returns what stops it. */
export function triggerSync(engine: SyncEngine): () => void {
	const listening = new AbortController();
	const { signal } = listening;
	const run = () => void engine.run();
	const runIfVisible = () => {
		if (document.visibilityState === 'visible') run();
	};
	document.addEventListener('visibilitychange', runIfVisible, { signal });
	window.addEventListener('online', run, { signal });
	// The worker speaks to the pages when the server has just told it of something.
	navigator.serviceWorker?.addEventListener('message', run, { signal });
	const timer = setInterval(runIfVisible, EVERY_MS);
	run();
	return () => {
		listening.abort();
		clearInterval(timer);
		engine.stop();
	};
}
