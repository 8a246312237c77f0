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
export interface SyncTarget {
	readonly entity: Entity;
	read(user: SessionUser, id: string): Promise<StoredRow | null>;
	/** `body: null` deletes. */
	write(user: SessionUser, id: string, row: { rev: number; body: Body | null }): Promise<void>;
	/** A reason to refuse this person the whole kind of row, as an error code. */
	refuse?(user: SessionUser): string | null;
}
