/**
 * Pieces that no longer exist, told outside the database: an older copy of it, once restored, would
 * bring them back. One empty object per piece, never removed. The store is therefore backed up apart,
 * and never restored to an older state than the database.
 */
import type { BlobStore } from './storage';

const PREFIX = 'effacements/';

/** Before the piece itself goes: what is in the ledger is gone, or about to be. */
export const recordErasure = (store: BlobStore, id: string): Promise<void> =>
	store.put(`${PREFIX}${id}`, new Uint8Array([1]));

export const wasErased = (store: BlobStore, id: string): Promise<boolean> =>
	store.has(`${PREFIX}${id}`);

export async function* erasedIds(store: BlobStore): AsyncIterable<string> {
	for await (const key of store.list(PREFIX)) yield key.slice(PREFIX.length);
}
