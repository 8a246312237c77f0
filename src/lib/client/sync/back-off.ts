/** How long to wait before trying again. */
const FIRST_MS = 2_000;
const LONGEST_MS = 5 * 60_000;

/**
 * Doubles at each failure, and is drawn between half and whole so that phones do not come back
 * together; never shorter than what the server asked for.
 * @param failures consecutive failures, from 1
 * @param random between 0 and 1
 */
export function backOff(
	failures: number,
	random: number,
	retryAfterSeconds: number | null
): number {
	const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 20));
	const drawn = ceiling * (0.5 + random / 2);
	return Math.max(drawn, (retryAfterSeconds ?? 0) * 1000 * (1 + random / 10));
}
