import { parisTime } from '$lib/core/shared';
import { numericDate, time } from '../text/format';

/** « 22/11/2026 à 14 h 30 », heure de Paris. */
export const momentText = (at: Date): string => `${numericDate(parisTime(at).date)} à ${time(at)}`;
