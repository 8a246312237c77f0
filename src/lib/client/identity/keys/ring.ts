import type { Keyring } from '../../db';

const BYTES = 32;

export const randomBytes = (length = BYTES): Uint8Array<ArrayBuffer> =>
	crypto.getRandomValues(new Uint8Array(length));

/** One key, under a name of its own. */
export function ringOf(key: Uint8Array, name: string = crypto.randomUUID()): Keyring {
	return { current: name, keys: new Map([[name, key]]) };
}
