/**
 * What this browser knows before anything is opened: which database belongs to whom, and what opens
 * it. Nothing here names a person, and no key here opens anything by itself.
 */
import type { Protection } from '$lib/core/identity';
import Dexie, { type Table } from 'dexie';

/** What opens a database. Every key in it is wrapped by something that is not on this phone's disk. */
export type Lock =
	| {
			readonly protection: 'passkey';
			/** Credential whose secret, evaluated on the salt, unwraps the key. */
			readonly credential: Uint8Array<ArrayBuffer>;
			readonly salt: Uint8Array<ArrayBuffer>;
			readonly wrapped: Uint8Array;
	  }
	| {
			readonly protection: 'code';
			readonly salt: Uint8Array;
			/** Opened by the code and the server's share together. */
			readonly wrapped: Uint8Array;
	  }
	| {
			readonly protection: 'clear';
			/** Wraps keys without the network; the server holds the half that unwraps. Null before it does. */
			readonly box: Uint8Array<ArrayBuffer> | null;
			readonly keys: readonly WrappedKey[];
	  };

export interface WrappedKey {
	readonly name: string;
	readonly wrapped: Uint8Array<ArrayBuffer>;
}

export interface KnownPerson {
	/** Account id. */
	readonly person: string;
	/** Random, so that the name of a database tells nothing. */
	readonly database: string;
	/** Random name under which the server knows this phone. */
	readonly device: string;
	/** Whether the person has said whose phone this is. */
	readonly answered: boolean;
	readonly lock: Lock;
}

export type KeptProtection = Exclude<Protection, 'memory'>;

export class DeviceDatabase extends Dexie {
	readonly people!: Table<KnownPerson, string>;

	constructor(options: ConstructorParameters<typeof Dexie>[1] = {}) {
		super('carnet', { chromeTransactionDurability: 'strict', ...options });
		this.version(1).stores({ people: 'person' });
	}
}

export const newDatabaseName = (): string => `carnet-${crypto.randomUUID()}`;

/** The person's entry, made the first time. */
export function personOn(device: DeviceDatabase, person: string): Promise<KnownPerson> {
	return device.transaction('rw', device.people, async () => {
		const known = await device.people.get(person);
		if (known) return known;
		const entry: KnownPerson = {
			...{ person, database: newDatabaseName(), device: crypto.randomUUID(), answered: false },
			lock: { protection: 'clear', box: null, keys: [] }
		};
		await device.people.add(entry);
		return entry;
	});
}
