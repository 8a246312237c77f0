/** A person who works reads a few files an hour; a stolen account reads them all. */
export const readsWatch = { windowSeconds: 3600, alarmAt: 100, freezeAt: 300 } as const;

const SHORTEST_REASON = 10;

/** A reason says something: a task, or a sentence. */
export const isReason = (typed: string): boolean => typed.trim().length >= SHORTEST_REASON;
