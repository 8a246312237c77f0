import type { BlobStore } from './blob-store';

/** A part of a store, under a name of its own. */
export const within = (store: BlobStore, part: string): BlobStore => ({
	put: (key, bytes) => store.put(`${part}/${key}`, bytes),
	get: (key) => store.get(`${part}/${key}`),
	has: (key) => store.has(`${part}/${key}`),
	remove: (key) => store.remove(`${part}/${key}`),
	async *list(prefix) {
		for await (const key of store.list(`${part}/${prefix}`)) yield key.slice(part.length + 1);
	}
});
