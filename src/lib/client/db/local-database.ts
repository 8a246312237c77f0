/**
 * One person's data on this phone. Rows of every kind share one table, so that a new kind of row
 * needs no upgrade here; only keys are indexed, so that everything else can be encrypted.
 */
import type { SessionUser } from '$lib/core/identity';
import type { Stream } from '$lib/core/shared';
import type { Cursor } from '$lib/core/sync';
import Dexie, { type DexieOptions, type Table } from 'dexie';

export interface LocalRow {
	readonly type: string;
	readonly id: string;
	readonly stream: Stream;
	/** Revision of the server's copy; 0 while the server has none. */
	readonly rev: number;
	/** What the screens show; null once deleted. */
	readonly body: unknown;
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
	/** The signed-in person, as the server last described them. */
	person: SessionUser;
	sync: SyncStatus;
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
	readonly cursors!: Table<StoredCursor, [stream: Stream, type: string]>;
	private readonly notebook!: Table<{ name: string; value: unknown }, string>;

	constructor(name: string, options: DexieOptions = {}) {
		super(name, { chromeTransactionDurability: 'strict', ...options });
		this.version(1).stores({
			rows: '[type+id], type, stream',
			cursors: '[stream+type], stream',
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
