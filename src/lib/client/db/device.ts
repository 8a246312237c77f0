/**
 * What this browser knows before anything is opened: which database belongs to whom. Nothing here
 * names a person: account ids and random database names only.
 */
import Dexie, { type Table } from 'dexie';

export interface KnownPerson {
	/** Account id. */
	readonly person: string;
	/** Random, so that the name of a database tells nothing. */
	readonly database: string;
}

export class DeviceDatabase extends Dexie {
	readonly people!: Table<KnownPerson, string>;

	constructor(options: ConstructorParameters<typeof Dexie>[1] = {}) {
		super('carnet', { chromeTransactionDurability: 'strict', ...options });
		this.version(1).stores({ people: 'person' });
	}
}

/** The person's database name, chosen at random the first time. */
export function databaseNameOf(device: DeviceDatabase, person: string): Promise<string> {
	return device.transaction('rw', device.people, async () => {
		const known = await device.people.get(person);
		if (known) return known.database;
		const database = `carnet-${crypto.randomUUID()}`;
		await device.people.add({ person, database });
		return database;
	});
}
