import type { SessionUser } from '$lib/core/identity';
import type { Entity } from '$lib/core/shared';
import type { Body } from '$lib/core/sync';

export interface StoredRow {
	readonly rev: number;
	readonly body: Body;
}

/**
 * How a room stores the rows that phones may write, declared in its `x.sync.ts`. Called inside the
 * mutation's transaction, with the person's stream already locked.
 */
export interface RowTarget {
	readonly entity: Entity;
	read(user: SessionUser, id: string): Promise<StoredRow | null>;
	/** `body: null` deletes. */
	write(user: SessionUser, id: string, row: { rev: number; body: Body | null }): Promise<void>;
	/** It stores the body as it is given: nothing is read back after a write. */
	readonly verbatim?: true;
	/** A reason to refuse this person the whole kind of row, as an error code. */
	refuse?(user: SessionUser): string | null;
}

/** An act as it reaches the server, which alone makes it true. */
export interface Act {
	readonly user: SessionUser;
	readonly kind: string;
	readonly args: unknown;
	readonly rowId: string;
	/** Head of the person's stream, to stamp on what is written. */
	readonly rev: number;
	/** The server's own time. */
	readonly at: Date;
}

/** Rows that only the server writes: a phone asks for an act, which is judged and done here. */
export interface ActTarget {
	readonly entity: Entity;
	read(user: SessionUser, id: string): Promise<StoredRow | null>;
	/** The code of a refusal, nothing being written then; null once done. */
	act(act: Act): Promise<string | null>;
}

export type SyncTarget = RowTarget | ActTarget;
