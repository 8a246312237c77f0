/** What matters most is done only by someone who has just proven who they are. */
export const STEP_UP_MINUTES = 10;

export const isFresh = (verifiedAt: Date, now: Date): boolean =>
	now.getTime() - verifiedAt.getTime() <= STEP_UP_MINUTES * 60_000;
