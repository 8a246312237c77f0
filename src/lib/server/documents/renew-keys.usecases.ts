/** After a change of master key: seals again, a few at a time, what the former key sealed. */
import type { DocumentsDeps } from './documents-deps';
import { sealedUnderOldKeys, setKey } from './documents.repository';

const BATCH = 100;

/** Returns how many pieces are now under the key in use. */
export async function renewKeys({ vault }: DocumentsDeps): Promise<number> {
	const inUse = { pieces: vault.keyInUse(false), medical: vault.keyInUse(true) };
	let renewed = 0;
	for (;;) {
		const places = await sealedUnderOldKeys(inUse, BATCH);
		for (const place of places) {
			const keyId = await vault.renewKey(place);
			// Nothing to seal: the row is told so too, or it would come back for ever.
			await setKey(place.id, keyId ?? vault.keyInUse(place.medical));
			renewed++;
		}
		if (places.length < BATCH) return renewed;
	}
}
