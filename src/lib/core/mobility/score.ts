/** What a barème says of one wish, and of the whole request. */
import type { Confidence, Explanation } from '../reference';
import type { Question } from './missing';

export interface Line {
	readonly rule: string;
	readonly label: string;
	readonly points: number;
	readonly why: Explanation;
}

/** Asked for, granted by someone else's decision: never in the total. */
export interface Requested {
	readonly rule: string;
	readonly label: string;
	readonly points: number;
	readonly reason: string;
	readonly why: Explanation;
}

/** Claimed, and does not count, because. */
export interface Excluded {
	readonly rule: string;
	readonly label: string;
	readonly reason: string;
	readonly confidence: Confidence;
}

export interface VoeuScore {
	readonly rang: number;
	readonly voeu: string;
	readonly total: number;
	readonly lines: readonly Line[];
	readonly requested: readonly Requested[];
	readonly excluded: readonly Excluded[];
	readonly missing: readonly Question[];
}

export interface Extension {
	readonly points: number;
	readonly lines: readonly Line[];
	/** The wish whose score was kept, because it is the lowest. */
	readonly weakest: string;
	/** What the extension would be worth without that wish, when the wish lowers it. */
	readonly without: number | null;
	readonly why: Explanation;
}

export interface RequestScore {
	readonly voeux: readonly VoeuScore[];
	readonly extension: Extension | null;
	/** Every question of every wish, asked once. */
	readonly missing: readonly Question[];
}
