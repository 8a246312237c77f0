import type { Explanation } from './explanation';

/** Something the engine was not told, or that nobody published: it counts for nothing and blocks nothing. */
export interface Missing {
	readonly path: string;
	readonly question: string;
}

/** A value with what justifies it; the value is null when a `Missing` says why. */
export interface Figure<T> {
	readonly value: T;
	readonly why: Explanation;
}
