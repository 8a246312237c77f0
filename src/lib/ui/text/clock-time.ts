import { NBSP } from './format';

/** « 14 h 30 », from minutes since midnight. */
export const clockTime = (minutes: number): string =>
	`${Math.floor(minutes / 60)}${NBSP}h${NBSP}${String(minutes % 60).padStart(2, '0')}`;
