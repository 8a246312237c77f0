/** Counts requests per caller in fixed windows of one minute. */
import { keyedDigest } from '../../identity';
import { countRequest, forgetCallersBefore } from './callers.repository';

export interface RateLimiter {
	take(key: string, now: number): RateVerdict | Promise<RateVerdict>;
}

export interface RateVerdict {
	readonly allowed: boolean;
	readonly limit: number;
	readonly remaining: number;
	/** Seconds until the window ends. */
	readonly resetSeconds: number;
}

const WINDOW_MS = 60_000;

const verdict = (used: number, limit: number, leftMs: number): RateVerdict => ({
	allowed: used <= limit,
	limit,
	remaining: Math.max(0, limit - used),
	resetSeconds: Math.ceil(leftMs / 1000)
});

/** The same minute for every instance. */
const windowEndAfter = (now: number) => (Math.floor(now / WINDOW_MS) + 1) * WINDOW_MS;

/** Counters of this process only; the map is emptied at each window, so it never outgrows one minute. */
export function inProcessRateLimiter(limit: number): RateLimiter {
	let windowEnd = 0;
	let counts = new Map<string, number>();
	return {
		take(key, now) {
			if (now >= windowEnd) {
				windowEnd = now + WINDOW_MS;
				counts = new Map();
			}
			const used = (counts.get(key) ?? 0) + 1;
			counts.set(key, used);
			return verdict(used, limit, windowEnd - now);
		}
	};
}

/** Counters in the database, for as many instances as share it; callers are kept as digests. */
export const sharedRateLimiter = (limit: number): RateLimiter => ({
	async take(key, now) {
		const windowEnd = windowEndAfter(now);
		const used = await countRequest(keyedDigest('open-api', key), new Date(windowEnd));
		if (used === 1) await forgetCallersBefore(new Date(now));
		return verdict(used, limit, windowEnd - now);
	}
});
