/** Notices that the person has gone: no touch, no key, for a while, on any tab of this phone. */
const SAID_EVERY_MS = 20_000;

export interface Idle {
	/** The person is on another tab. */
	touch(): void;
	stop(): void;
}

interface IdleOptions {
	readonly seconds: number;
	readonly onIdle: () => void;
	/** Now and then while the person is here. */
	readonly onActive?: () => void;
}

export function whenIdle({ seconds, onIdle, onActive }: IdleOptions): Idle {
	const ended = new AbortController();
	const { signal } = ended;
	let last = Date.now();
	let said = 0;
	let timer: ReturnType<typeof setTimeout> | undefined;

	function check(): void {
		clearTimeout(timer);
		const idleFor = Date.now() - last;
		// A clock that went back proves nothing: better to lock.
		if (idleFor >= seconds * 1000 || idleFor < 0) return end();
		timer = setTimeout(check, seconds * 1000 - idleFor);
	}
	function end(): void {
		stop();
		onIdle();
	}
	function stop(): void {
		clearTimeout(timer);
		ended.abort();
	}
	function touch(): void {
		check();
		if (signal.aborted) return;
		last = Date.now();
		if (last - said < SAID_EVERY_MS) return;
		said = last;
		onActive?.();
	}

	for (const event of ['pointerdown', 'keydown', 'scroll'])
		addEventListener(event, touch, { signal, passive: true });
	// Timers sleep with a page in the background: the first look decides.
	document.addEventListener('visibilitychange', check, { signal });
	check();
	return { touch: () => (last = Date.now()), stop };
}
