import type { Protection } from '$lib/core/identity';
import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely';

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

/** Every mutation received, once, with what became of it: the memory that makes a resend harmless. */
export interface SyncMutationTable {
	id: string;
	account_id: string;
	device_id: string;
	ordinal: number;
	kind: string;
	outcome: 'applied' | 'rejected' | 'conflict';
	/** Why it was rejected. */
	code: string | null;
	/** Row it aims at. */
	target: string;
	/** The phone's own clock, for the record. */
	made_at: string;
	received_at: Generated<Date>;
	/** Order of arrival; what the person is given as a receipt. */
	receipt: GeneratedAlways<number>;
}

/** Rows that belong to one person alone and that nobody else ever queries: notes, preferences… */
export interface PersonalRowTable {
	account_id: string;
	type: string;
	id: string;
	/** Mutation that wrote it last. */
	version: string;
	rev: number;
	body: JSONColumnType<Record<string, unknown>>;
}

/** A phone or browser that keeps a person's data. */
export interface SyncDeviceTable {
	id: string;
	account_id: string;
	/** What it is, as its browser says: « Chrome sur Android ». */
	label: string;
	/** How it protects what it keeps. */
	mode: Protection;
	first_seen_at: Generated<Date>;
	last_seen_at: Generated<Date>;
	/** Once set, the device erases everything at its next contact. */
	revoked_at: Date | null;
}

/** The server's half of what opens a phone that encrypts. */
export interface DeviceShareTable {
	device_id: string;
	/** Encrypted: it must be given back. */
	share: string;
	/** Keyed digest of what the phone derives from the code; null when a session is enough. */
	verifier_digest: string | null;
	/** Wrong codes since the last right one. */
	tries: Generated<number>;
	created_at: Generated<Date>;
}

export interface SyncTables {
	device_share: DeviceShareTable;
	sync_device: SyncDeviceTable;
	sync_mutation: SyncMutationTable;
	personal_row: PersonalRowTable;
	sync_tombstone: SyncTombstoneTable;
	sync_stream: SyncStreamTable;
	installation: InstallationTable;
}
