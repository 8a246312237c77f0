/** Pieces sealed in the store. Medical ones stand apart, under keys of their own. */
import type { BlobStore } from './blob-store';
import { rewrap, seal, unseal, type KeyRing } from './envelope';

export interface Place {
	readonly id: string;
	readonly medical: boolean;
}

export interface Vault {
	/** Id of the key it is now sealed under. */
	put(place: Place, content: Uint8Array): Promise<string>;
	/** Null when the store has lost it, or never had it. */
	get(place: Place): Promise<Buffer | null>;
	remove(place: Place): Promise<void>;
	/** Seals it under the key in use, and gives that key's id; null when there is nothing to seal. */
	renewKey(place: Place): Promise<string | null>;
	keyInUse(medical: boolean): string;
	/** What the store holds, whatever the database says. */
	places(): AsyncIterable<Place>;
}

const ROOMS = { pieces: false, medical: true } as const;
const keyOf = ({ id, medical }: Place) => `${medical ? 'medical' : 'pieces'}/${id}`;

export function openVault(
	store: BlobStore,
	rings: { readonly pieces: KeyRing; readonly medical: KeyRing }
): Vault {
	const ringOf = (medical: boolean) => (medical ? rings.medical : rings.pieces);
	return {
		put: async (place, content) => {
			const ring = ringOf(place.medical);
			await store.put(keyOf(place), seal(ring, keyOf(place), content));
			return ring.current;
		},
		get: async (place) => {
			const sealed = await store.get(keyOf(place));
			return sealed && unseal(ringOf(place.medical), keyOf(place), sealed);
		},
		remove: (place) => store.remove(keyOf(place)),
		renewKey: async (place) => {
			const ring = ringOf(place.medical);
			const sealed = await store.get(keyOf(place));
			if (!sealed) return null;
			await store.put(keyOf(place), rewrap(ring, keyOf(place), sealed));
			return ring.current;
		},
		keyInUse: (medical) => ringOf(medical).current,
		async *places() {
			for (const [room, medical] of Object.entries(ROOMS)) {
				for await (const key of store.list(`${room}/`)) {
					yield { id: key.slice(room.length + 1), medical };
				}
			}
		}
	};
}
