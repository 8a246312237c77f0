import { parisDate } from '$lib/core/shared';
import { NBSP, shortDate, time } from './format';

/** « Aujourd’hui à 14 h 30 », « Hier à 9 h 05 », « 3 sept. 2027 » */
export function relativeMoment(instant: Date, now: Date): string {
	const date = parisDate(instant);
	const at = `à${NBSP}${time(instant)}`;
	if (date === parisDate(now)) return `Aujourd’hui ${at}`;
	if (date === parisDate(new Date(now.getTime() - 24 * 3600_000))) return `Hier ${at}`;
	return shortDate(date);
}
