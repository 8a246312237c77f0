import type { LocalDatabase, OutboxEntry, SyncStatus } from '../db';
import { Live } from '../shared';

export const syncStatus = (db: LocalDatabase): Live<SyncStatus | null> =>
	new Live(() => db.read('sync'));

export interface OutboxCounts {
	readonly waiting: number;
	readonly attention: number;
}

export async function countOutbox(db: LocalDatabase): Promise<OutboxCounts> {
	const [waiting, attention] = await Promise.all([
		db.outbox.where({ state: 'waiting' }).count(),
		db.outbox.where({ state: 'attention' }).count()
	]);
	return { waiting, attention };
}

export const outboxCounts = (db: LocalDatabase): Live<OutboxCounts> =>
	new Live(() => countOutbox(db));

/** What the person wrote and what became of it, latest first. */
export const outboxEntries = (db: LocalDatabase): Live<OutboxEntry[]> =>
	new Live(() => db.outbox.orderBy('ordinal').reverse().toArray());

/** State of the last write of each row of a kind, by row. */
export const outboxStates = (
	db: LocalDatabase,
	type: string
): Live<ReadonlyMap<string, OutboxEntry>> =>
	new Live(async () => {
		const entries = await db.outbox.filter((entry) => entry.type === type).sortBy('ordinal');
		return new Map(entries.map((entry) => [entry.rowId, entry]));
	});
