/** What becomes of rows sealed under keys that come back, or never will. */
import type { Table } from 'dexie';
import type { Keyring, StoredRow } from './cipher';
import { LocalDatabase } from './local-database';

/** Writes every row again, under the current key: what shows them is told that they can be read. */
export const rewrite = (db: LocalDatabase): Promise<void> =>
	db.transaction('rw', db.tables, async () => {
		for (const table of db.tables) await table.bulkPut(await table.toArray());
	});

/** @returns how many rows had nothing left to read */
async function forgetIn(table: Table<StoredRow>, ring: Keyring): Promise<number> {
	const isLost = ({ sealed, under }: StoredRow) => sealed && !ring.keys.has(under ?? '');
	let deleted = 0;
	await table.toCollection().modify((row, context) => {
		if (!isLost(row)) return;
		const { sealed: _sealed, under: _under, ...rest } = row;
		if (rest.shown) context.value = rest;
		else {
			delete (context as { value?: StoredRow }).value;
			if (row['state'] !== 'sent') deleted += 1;
		}
	});
	return deleted;
}

/**
 * Deletes what no key opens any more, and the positions in the streams with it: the next exchange
 * receives everything again. @returns how many unsent writes are lost
 */
export async function forgetUnreadable(name: string, ring: Keyring): Promise<number> {
	const raw = new LocalDatabase(name);
	const lost = await raw.transaction('rw', raw.tables, async () => {
		for (const table of raw.tables) if (table.name !== 'outbox') await forgetIn(table, ring);
		await raw.cursors.clear();
		return forgetIn(raw.table('outbox'), ring);
	});
	raw.close();
	return lost;
}

/** Everything of a database in another one, each with its own protection. */
export async function copyInto(from: LocalDatabase, to: LocalDatabase): Promise<void> {
	const content = await from.transaction('r', from.tables, () =>
		Promise.all(
			from.tables.map(async (table) => ({ name: table.name, rows: await table.toArray() }))
		)
	);
	await to.transaction('rw', to.tables, async () => {
		for (const { name, rows } of content) await to.table(name).bulkPut(rows);
	});
}
