/**
 * Writing into streams. Invariant: a row's revision is the head its own transaction took, so that
 * revisions of a stream become visible in order and a cursor never skips one. The head's row stays
 * locked until commit; several streams are locked in sorted order, so two writers cannot wait for
 * each other.
 */
import type { Stream } from '$lib/core/shared';
import { sql } from 'kysely';
import { db, prepared } from '../db';

export type Heads = ReadonlyMap<Stream, number>;

/** Advances each stream by one and gives its new head, to stamp on every row written. */
export async function bumpStreams(streams: readonly Stream[]): Promise<Heads> {
	if (!db().isTransaction) throw new Error('bumpStreams must run inside a unit of work');
	const sorted = [...new Set(streams)].sort();
	if (sorted.length === 0) return new Map();
	// Inserting in sorted order takes the row locks in that order.
	const { rows } = await sql<{ stream: Stream; head: number }>`${prepared}
		insert into sync_stream (stream, head)
		select wanted.stream, 1 from unnest(${sorted}::text[]) with ordinality as wanted (stream, n)
		order by wanted.n
		on conflict (stream) do update set head = sync_stream.head + 1
		returning stream, head`.execute(db());
	return new Map(rows.map(({ stream, head }) => [stream, head]));
}

/** Advances one stream. */
export async function bumpStream(stream: Stream): Promise<number> {
	return (await bumpStreams([stream])).get(stream)!;
}

/** Tells the phones that hold this row that it is gone from the stream. */
export async function bury(stream: Stream, type: string, id: string, rev: number): Promise<void> {
	await db()
		.insertInto('sync_tombstone')
		.values({ stream, type, id, rev })
		.onConflict((conflict) => conflict.columns(['stream', 'type', 'id']).doUpdateSet({ rev }))
		.execute();
}

/** The row is back in the stream. */
export async function unbury(stream: Stream, type: string, id: string): Promise<void> {
	await db()
		.deleteFrom('sync_tombstone')
		.where((where) => where.and({ stream, type, id }))
		.execute();
}
