import type { CivilDate } from '../shared';

/** A value in force from `from` until the next one; lists are in ascending order of `from`. */
export interface Dated<T> {
	readonly from: CivilDate;
	/** Last day in force, for a value that ended without a successor. */
	readonly until?: CivilDate;
	readonly value: T;
}

/** The value in force on `date`, or null before the first one and after an end. */
export function valueAt<T>(series: readonly Dated<T>[], date: CivilDate): T | null {
	for (let i = series.length - 1; i >= 0; i--) {
		const entry = series[i]!;
		if (entry.from <= date) {
			return entry.until !== undefined && date > entry.until ? null : entry.value;
		}
	}
	return null;
}
