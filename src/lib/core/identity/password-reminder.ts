import { addMonths, parisDate } from '../shared';

/**
 * A reminder, and only where the académie has asked for one: what is changed by obligation gets weaker.
 * @param months the académie's setting, undefined where it has none
 */
export function isPasswordReminderDue(
	changedAt: Date | null,
	months: number | undefined,
	now: Date
): boolean {
	if (months === undefined || changedAt === null) return false;
	return addMonths(parisDate(changedAt), months) <= parisDate(now);
}
