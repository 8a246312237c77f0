/** Counts requests per caller in fixed windows of one minute. */
export interface RateLimiter {
	take(key: string, now: number): RateVerdict;
}

export interface RateVerdict {
	readonly allowed: boolean;
	readonly limit: number;
	readonly remaining: number;
	/** Seconds until the window ends. */
	readonly resetSeconds: number;
}

/** Counters of this process only; the map is emptied at each window, so it never outgrows one minute. */
export function inProcessRateLimiter(limit: number, windowMs = 60_000): RateLimiter {
	let windowEnd = 0;
	let counts = new Map<string, number>();
	return {
		take(key, now) {
			if (now >= windowEnd) {
				windowEnd = now + windowMs;
				counts = new Map();
			}
			const used = (counts.get(key) ?? 0) + 1;
			counts.set(key, used);
			return {
				allowed: used <= limit,
				limit,
				remaining: Math.max(0, limit - used),
				resetSeconds: Math.ceil((windowEnd - now) / 1000)
			};
		}
	};
}
