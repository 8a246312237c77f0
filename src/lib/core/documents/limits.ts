/** What a deposit may weigh: a setting of each académie, known to its phones. */
import * as v from 'valibot';

export interface DepositLimits {
	readonly maxBytes: number;
	readonly maxPages: number;
	/** All the pieces of one person together. */
	readonly quotaBytes: number;
	/** Uploads of one person in progress at the same time. */
	readonly maxUploads: number;
}

export const defaultLimits: DepositLimits = {
	maxBytes: 3_000_000,
	maxPages: 100,
	quotaBytes: 300_000_000,
	maxUploads: 20
};

const count = v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1)));
const schema = v.object({
	maxBytes: count,
	maxPages: count,
	quotaBytes: count,
	maxUploads: count
});

/** @param settings the académie's own; what is missing or impossible keeps its usual value */
export function limitsIn(settings: Readonly<Record<string, unknown>>): DepositLimits {
	const parsed = v.safeParse(schema, settings['pieces'] ?? {});
	return parsed.success ? ({ ...defaultLimits, ...parsed.output } as DepositLimits) : defaultLimits;
}
