/**
 * The notebook of whoever holds the phone, without an account: its own database, which nothing
 * synchronises. It exists from the first answer kept until it is erased.
 */
import Dexie, { type Table } from 'dexie';

const NAME = 'carnet-prive';

/** A part of the notebook, under its name. */
export interface NotebookEntry {
	readonly name: string;
	readonly value: unknown;
}

class NotebookDatabase extends Dexie {
	readonly entries!: Table<NotebookEntry, string>;

	constructor() {
		super(NAME, { chromeTransactionDurability: 'strict' });
		this.version(1).stores({ entries: 'name' });
	}
}

let opened: NotebookDatabase | null = null;

function database(): NotebookDatabase {
	if (opened) return opened;
	const db = new NotebookDatabase();
	// Erased or cleared from elsewhere: the next write opens it anew.
	const forget = () => (opened = null);
	db.on('versionchange', () => {
		forget();
		db.close();
	});
	db.on('close', forget);
	return (opened = db);
}

const notebookExists = (): Promise<boolean> => Dexie.exists(NAME);

export async function readEntries(): Promise<readonly NotebookEntry[]> {
	return (await notebookExists()) ? database().entries.toArray() : [];
}

export async function readEntry(name: string): Promise<unknown> {
	return (await notebookExists()) ? (await database().entries.get(name))?.value : undefined;
}

export async function writeEntries(entries: readonly NotebookEntry[]): Promise<void> {
	await database().entries.bulkPut(entries);
}

export async function deleteEntry(name: string): Promise<void> {
	if (await notebookExists()) await database().entries.delete(name);
}

/** The next read or write opens it anew. */
export function closeNotebook(): void {
	opened?.close();
	opened = null;
}

export async function eraseNotebook(): Promise<void> {
	closeNotebook();
	await Dexie.delete(NAME);
}
