import type { LocalDatabase, SyncStatus } from '../db';
import { Live } from '../shared';

export const syncStatus = (db: LocalDatabase): Live<SyncStatus | null> =>
	new Live(() => db.read('sync'));
