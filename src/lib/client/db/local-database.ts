/**
 * One person's data on this phone. Rows of every kind share one table, so that a new kind of row
 * needs no upgrade here; only keys are indexed, so that everything else can be encrypted.
 */
import type { Contact, SessionUser } from '$lib/core/identity';
import type { Stream } from '$lib/core/shared';
import type { Body, Cursor } from '$lib/core/sync';
import Dexie, { type DexieOptions, type Table } from 'dexie';

export interface LocalRow {
	readonly type: string;
	readonly id: string;
	readonly stream: Stream;
	/** Revision of the server's copy; 0 while the server has none. */
	readonly rev: number;
	/** What the screens show; null once deleted. */
	readonly body: unknown;
	/** The server's copy, while writes wait that make `body` differ from it; null where it has none. */
	readonly server?: Body | null;
}

/**
 * `waiting`: kept on this phone. `sent`: the server has it, and gave a receipt. `attention`: the
 * server refused it, or holds another version; nothing leaves this state without the person.
 */
export type OutboxState = 'waiting' | 'sent' | 'attention';

export interface OutboxEntry {
	/** Rank on this device, given by the database. */
	readonly ordinal: number;
	/** Id of the mutation. */
	readonly id: string;
	readonly state: OutboxState;
	/** The row it writes. */
	readonly type: string;
	readonly rowId: string;
	readonly kind: string;
	readonly args: unknown;
	readonly base: string | null;
	readonly at: string;
	readonly receipt?: string;
	/** Server's instant at which it was settled. */
	readonly settledAt?: string;
	/** Why it was refused; absent for a conflict. */
	readonly code?: string;
	/** Both versions of a row to be looked at again. */
	readonly mine?: Body | null;
	readonly theirs?: Body | null;
}

/** A form half filled, under the name of the form. */
export interface Draft {
	readonly name: string;
	readonly fields: Readonly<Record<string, string>>;
}

export interface StoredCursor {
	readonly stream: Stream;
	readonly type: string;
	readonly cursor: Cursor;
}

/** Single values, by name. */
export interface Notebook {
	/** Epoch of the server's database the rows come from. */
	epoch: string;
	/** Names this device in what it sends. */
	device: string;
	/** The signed-in person, as the server last described them. */
	person: SessionUser;
	sync: SyncStatus;
	/** The person wants to be told on this device. */
	push: boolean;
	/** Key of this device for the pieces that wait, in hexadecimal. */
	filesKey: string;
	/** Pieces may be waiting to be sent. */
	depositsWaiting: boolean;
	/** When the server was last heard of, and the latest instant seen since. */
	contact: Contact;
	/** Writes never sent that no key opens any more, until the person has been told. */
	lost: number;
}

export type SyncState =
	| 'up-to-date'
	/** The server could not be reached. */
	| 'offline'
	/** The session has ended: sign in again to go on. */
	| 'signed-out'
	/** This build is too old for the server. */
	| 'outdated'
	/** The server answered that it cannot serve for now. */
	| 'trouble';

export interface SyncStatus {
	readonly state: SyncState;
	/** Server's instant of the last complete exchange, null before the first. */
	readonly lastSuccess: string | null;
}

export class LocalDatabase extends Dexie {
	readonly rows!: Table<LocalRow, [type: string, id: string]>;
	readonly outbox!: Table<OutboxEntry, number, Omit<OutboxEntry, 'ordinal'>>;
	readonly drafts!: Table<Draft, string>;
	readonly cursors!: Table<StoredCursor, [stream: Stream, type: string]>;
	/** The store it lives in, for what must live beside it. */
	readonly store: DexieOptions;
	private readonly notebook!: Table<{ name: string; value: unknown }, string>;

	constructor(name: string, options: DexieOptions = {}) {
		super(name, { chromeTransactionDurability: 'strict', ...options });
		this.store = options;
		this.version(1).stores({
			rows: '[type+id], type, stream',
			outbox: '++ordinal, &id, state, [type+rowId]',
			cursors: '[stream+type], stream',
			drafts: 'name',
			notebook: 'name'
		});
	}

	async read<Name extends keyof Notebook>(name: Name): Promise<Notebook[Name] | null> {
		const entry = await this.notebook.get(name);
		return (entry?.value as Notebook[Name] | undefined) ?? null;
	}

	async write<Name extends keyof Notebook>(name: Name, value: Notebook[Name]): Promise<void> {
		await this.notebook.put({ name, value });
	}
}
