import type { SessionUser } from '$lib/core/identity';
import type { Entity, Stream } from '$lib/core/shared';
import type { RawBuilder } from 'kysely';

/**
 * What a room declares in its `x.sync.ts`: the rows of one entity in one stream, as a SELECT of
 * `id text`, `rev bigint` and `body jsonb`. Rows that left the stream are tombstones, not its affair.
 */
export interface SyncSource {
	readonly entity: Entity;
	rows(stream: Stream, user: SessionUser): RawBuilder<unknown>;
}
