import type { CivilDate } from './civil-date';

/** Time is always handed in: the core never reads the machine's clock. */
export interface Clock {
	now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

const parisDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' });

/** The legal day of an instant: Europe/Paris, whatever the machine's zone. */
export const parisDate = (instant: Date): CivilDate => parisDay.format(instant) as CivilDate;
