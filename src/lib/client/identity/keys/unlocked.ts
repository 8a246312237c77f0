/** Keys that this page has opened, by database: for the session that opens next. */
import type { Keyring } from '../../db';

export const unlocked = new Map<string, Keyring>();
