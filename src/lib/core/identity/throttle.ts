/**
 * How many failures are free, and what the next ones cost. The limit is per name typed, not per
 * account: a person answers to two names (identifier and academic address), so an account takes at
 * most ten free tries, and a name that belongs to nobody is slowed down exactly like one that does.
 */
export interface ThrottleRule {
	readonly freeFailures: number;
	/** Delay after the last free failure; doubled at each further one. */
	readonly firstDelaySeconds: number;
	readonly longestDelaySeconds: number;
	/** Without any failure for that long, the count starts again. */
	readonly forgetAfterSeconds: number;
}

const QUARTER = 15 * 60;

export const throttleRules = {
	name: {
		freeFailures: 5,
		firstDelaySeconds: 30,
		longestDelaySeconds: QUARTER,
		forgetAfterSeconds: 24 * 3600
	},
	/** A browser its owner has already signed in with: slowed down alone, and never for long. */
	device: {
		freeFailures: 10,
		firstDelaySeconds: 15,
		longestDelaySeconds: 60,
		forgetAfterSeconds: 3600
	},
	/** Second factors tried by someone who has the password. */
	factor: {
		freeFailures: 5,
		firstDelaySeconds: 60,
		longestDelaySeconds: QUARTER,
		forgetAfterSeconds: 24 * 3600
	},
	/** Codes sent to one person, whoever asks for them. */
	code: {
		freeFailures: 5,
		firstDelaySeconds: 10 * 60,
		longestDelaySeconds: 3600,
		forgetAfterSeconds: 3600
	},
	/** A whole school shares one address. */
	address: {
		freeFailures: 60,
		firstDelaySeconds: 60,
		longestDelaySeconds: QUARTER,
		forgetAfterSeconds: 3600
	}
} as const satisfies Record<string, ThrottleRule>;

export type ThrottleScope = keyof typeof throttleRules;

/** Distinct names that fail within the window before the alarm rings: someone is spraying. */
export const sprayingAlarm = {
	windowSeconds: 10 * 60,
	namesFromOneAddress: 30,
	namesOverall: 200
} as const;
