import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { sealedWith } from './cipher';
import { LocalDatabase } from './local-database';

const key = new Uint8Array(32).fill(7);
const disk = () => new IDBFactory();
const row = { type: 'career-note', id: 'n1', stream: 'user:1', rev: 3, body: { text: 'Canari' } };

function open(indexedDB: IDBFactory, secret: Uint8Array | null): LocalDatabase {
	const db = new LocalDatabase('p', { indexedDB, IDBKeyRange });
	if (secret) db.use(sealedWith(secret));
	return db;
}

/** Everything the disk holds, as anybody could read it. */
async function rawBytes(indexedDB: IDBFactory): Promise<string> {
	const db = await new Dexie('p', { indexedDB, IDBKeyRange }).open();
	const rows = await Promise.all(db.tables.map((table) => table.toArray()));
	db.close();
	return rows
		.flat()
		.map((stored: object) =>
			Object.values(stored)
				.map((value) =>
					value instanceof Uint8Array
						? new TextDecoder('latin1').decode(value)
						: JSON.stringify(value)
				)
				.join(' ')
		)
		.join('\n');
}

test('what is written is read again by every way of reading', async () => {
	const db = open(disk(), key);
	await db.rows.put(row as never);
	await db.write('epoch', 'e1');
	const entry = { id: 'm1', state: 'waiting', type: 'career-note', rowId: 'n1', kind: 'k' };
	const ordinal = await db.outbox.add({
		...entry,
		args: { text: 'Canari' },
		base: null,
		at: ''
	} as never);
	expect(await db.rows.get(['career-note', 'n1'])).toEqual(row);
	expect(await db.rows.where({ type: 'career-note' }).toArray()).toEqual([row]);
	expect(await db.rows.filter(({ rev }) => rev === 3).toArray()).toEqual([row]);
	expect(await db.rows.bulkGet([['career-note', 'n1']])).toEqual([row]);
	expect(await db.read('epoch')).toBe('e1');
	await db.outbox.where({ state: 'waiting' }).modify({ state: 'sent' });
	expect(await db.outbox.where({ state: 'sent' }).sortBy('ordinal')).toMatchObject([
		{ ordinal, id: 'm1', state: 'sent', args: { text: 'Canari' } }
	]);
	expect(await db.outbox.orderBy('ordinal').reverse().first()).toMatchObject({ id: 'm1' });
	db.close();
});

test('nothing of it can be read on the disk; the same search finds it when nothing is encrypted', async () => {
	for (const secret of [key, null]) {
		const where = disk();
		const db = open(where, secret);
		await db.rows.put(row as never);
		await db.drafts.put({ name: 'note', fields: { text: 'Canari' } });
		db.close();
		expect((await rawBytes(where)).includes('Canari')).toBe(secret === null);
	}
});

test('another key opens nothing', async () => {
	const where = disk();
	const db = open(where, key);
	await db.rows.put(row as never);
	db.close();
	const thief = open(where, new Uint8Array(32).fill(8));
	await expect(thief.rows.toArray()).rejects.toThrow();
	thief.close();
});
