/**
 * Pieces kept on this phone until the server has acknowledged them, in the order they were made.
 * A database of its own, beside the person's: bytes are encrypted one piece at a time and read only
 * to be sent. In clear, nothing but random ids, the state and how far the sending is.
 */
import type { Deposit } from '$lib/core/documents';
import Dexie, { type DexieOptions, type Table } from 'dexie';
import type { LocalDatabase } from '../db';
import { deviceKey, newDeviceKey, sealBytes, sealJson, unsealBytes, unsealJson } from './sealing';

/** `attention`: the server refused it, and the person has something to do. */
export type DepositState = 'waiting' | 'sent' | 'attention';

interface StoredDeposit {
	readonly ordinal: number;
	readonly id: string;
	readonly state: DepositState;
	/** The server's name for the upload in progress. */
	readonly upload: string | null;
	readonly sentBytes: number;
	readonly code: string | null;
	readonly about: Uint8Array;
	/** Null once acknowledged. */
	readonly bytes: Uint8Array | null;
}

/** A deposit as the screens show it. */
export interface KeptDeposit extends Pick<
	StoredDeposit,
	'ordinal' | 'id' | 'state' | 'upload' | 'sentBytes' | 'code'
> {
	readonly deposit: Deposit;
}

class BoxDatabase extends Dexie {
	readonly deposits!: Table<StoredDeposit, number, Omit<StoredDeposit, 'ordinal'>>;

	constructor(name: string, options: DexieOptions) {
		super(name, { chromeTransactionDurability: 'strict', ...options });
		this.version(1).stores({ deposits: '++ordinal, &id, state' });
	}
}

export class DepositBox {
	readonly #box: BoxDatabase;
	readonly #db: LocalDatabase;

	constructor(db: LocalDatabase, options: DexieOptions = db.store) {
		this.#db = db;
		this.#box = new BoxDatabase(depositBoxOf(db.name), options);
	}

	/** False while the key of the pieces already kept is out of reach: a second one would hide them. */
	async keep(deposit: Deposit, bytes: Uint8Array): Promise<boolean> {
		const isFirst = (await this.#box.deposits.count()) === 0;
		const key = (await deviceKey(this.#db)) ?? (isFirst ? await newDeviceKey(this.#db) : null);
		if (!key) return false;
		const { id } = deposit;
		await this.#db.write('depositsWaiting', true);
		await this.#box.deposits.add({
			...{ id, state: 'waiting', upload: null, sentBytes: 0, code: null },
			about: sealJson(key, `about ${id}`, deposit),
			bytes: sealBytes(key, `bytes ${id}`, bytes)
		});
		return true;
	}

	/** In the order they were made; none while their key is out of reach. */
	async all(): Promise<KeptDeposit[]> {
		const stored = await this.#box.deposits.orderBy('ordinal').toArray();
		const key = stored.length > 0 ? await deviceKey(this.#db) : null;
		if (!key) return [];
		return stored.map(({ about, bytes: _bytes, ...rest }) => ({
			...rest,
			deposit: unsealJson(key, `about ${rest.id}`, about) as Deposit
		}));
	}

	async bytesOf(id: string): Promise<Uint8Array<ArrayBuffer> | null> {
		const stored = await this.#box.deposits.get({ id });
		const key = await deviceKey(this.#db);
		if (!stored?.bytes || !key) return null;
		return unsealBytes(key, `bytes ${id}`, stored.bytes) as Uint8Array<ArrayBuffer>;
	}

	async note(
		id: string,
		changes: Partial<Pick<StoredDeposit, 'state' | 'upload' | 'sentBytes' | 'code' | 'bytes'>>
	): Promise<void> {
		await this.#box.deposits.where({ id }).modify(changes);
	}

	/** The person gives it up, or the server's own copy has come. */
	async forget(id: string): Promise<void> {
		await this.#box.deposits.where({ id }).delete();
	}

	close(): void {
		this.#box.close({ disableAutoOpen: true });
	}
}

export const depositBoxOf = (database: string): string => `${database}-pieces`;
