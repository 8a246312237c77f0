import type { Generated } from 'kysely';

/**
 * One counter per stream. A writer's transaction increments it and stamps its rows with the result;
 * the row lock makes revisions commit in order, which a sequence would not (a reader would then skip
 * a late row for ever). A stream with no row stands at 0.
 */
export interface SyncStreamTable {
	/** `user:<account id>`, `etab:<uai>`, `academie:<code>` or `all`. */
	stream: string;
	head: number;
}

/** Exactly one row. The epoch changes when a backup is restored: phones then start again. */
export interface InstallationTable {
	id: Generated<number>;
	epoch: string;
	created_at: Generated<Date>;
}

/** A row that left a stream: deleted, or moved to another one. */
export interface SyncTombstoneTable {
	stream: string;
	type: string;
	id: string;
	rev: number;
}

export interface SyncTables {
	sync_tombstone: SyncTombstoneTable;
	sync_stream: SyncStreamTable;
	installation: InstallationTable;
}
