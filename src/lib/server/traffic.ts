/**
 * Requests being answered, so that long background work can stand aside: on the embedded database it
 * shares one session with them, and one thread everywhere.
 */
let inFlight = 0;
let idle: (() => void)[] = [];

export async function duringRequest<T>(answer: () => Promise<T> | T): Promise<T> {
	inFlight++;
	try {
		return await answer();
	} finally {
		if (--inFlight === 0) {
			for (const resolve of idle) resolve();
			idle = [];
		}
	}
}

/** Longest time background work waits: a steady flow of requests must not stop it for ever. */
const PATIENCE_MS = 250;

/** Lets what is waiting run, then resolves when no request is in flight or patience is over. */
export async function giveWay(): Promise<void> {
	await new Promise((resolve) => setImmediate(resolve));
	if (inFlight === 0) return;
	let timer: NodeJS.Timeout | undefined;
	await Promise.race([
		new Promise<void>((resolve) => idle.push(resolve)),
		new Promise<void>((resolve) => (timer = setTimeout(resolve, PATIENCE_MS)))
	]);
	clearTimeout(timer);
}
