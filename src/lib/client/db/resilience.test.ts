import { IDBFactory, IDBKeyRange, forceCloseDatabase } from 'fake-indexeddb';
import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { LocalDatabase } from './local-database';
import { keepOpen } from './resilience';

function opened(indexedDB = new IDBFactory()) {
	const db = new LocalDatabase('p', { indexedDB, IDBKeyRange });
	let taken = 0;
	const stop = keepOpen(db, () => void taken++);
	return { db, indexedDB, stop, takenAway: () => taken };
}

test('a connection that the system drops is opened again', async () => {
	const { db, takenAway } = opened();
	await db.write('epoch', 'e');
	forceCloseDatabase((db as unknown as { idbdb: IDBDatabase }).idbdb as never);
	expect(await db.read('epoch')).toBe('e');
	expect(takenAway()).toBe(0);
	db.close();
});

test('an upgrade in another tab closes this one for good: no hang, no row in the old schema', async () => {
	const { db, indexedDB, takenAway } = opened();
	await db.write('epoch', 'e');
	const newer = new Dexie('p', { indexedDB, IDBKeyRange });
	newer.version(2).stores({ rows: '[type+id], type, stream', another: 'id' });
	await newer.open();
	expect(takenAway()).toBe(1);
	await expect(db.write('epoch', 'old')).rejects.toThrow();
	newer.close();
});

test('a database closed on purpose says nothing', async () => {
	const { db, indexedDB, stop, takenAway } = opened();
	await db.open();
	stop();
	await new Dexie('p', { indexedDB, IDBKeyRange }).delete();
	expect(takenAway()).toBe(0);
});
