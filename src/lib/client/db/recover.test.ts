import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { sealedWith, type Keyring } from './cipher';
import { LocalDatabase } from './local-database';
import { copyInto, forgetUnreadable, rewrite } from './recover';
import { shownWithoutLock } from './shown';

const ringOf = (name: string, value: number): Keyring => ({
	current: name,
	keys: new Map([[name, new Uint8Array(32).fill(value)]])
});
const opened: LocalDatabase[] = [];
afterEach(() => Promise.all(opened.splice(0).map((db) => db.delete())));

function open(name: string, ring: Keyring): LocalDatabase {
	const db = new LocalDatabase(name);
	db.use(sealedWith({ ring, shown: shownWithoutLock }));
	opened.push(db);
	return db;
}

const note = {
	type: 'career-note',
	id: 'n',
	stream: 'user:1' as const,
	rev: 1,
	body: { text: 't' }
};
const record = { ...note, type: 'agent', body: { corps: 'certifie', lastName: 'Nom' } };
const entry = {
	...{ id: 'm', state: 'waiting' as const, type: 'career-note', rowId: 'n', kind: 'k' },
	...{ args: {}, base: null, at: '' }
};

async function written(name: string, ring: Keyring): Promise<LocalDatabase> {
	const db = open(name, ring);
	await db.rows.bulkPut([note, record]);
	// Dexie writes the rank into the object that it is given.
	await db.outbox.add({ ...entry });
	await db.cursors.put({ stream: 'user:1', type: 'agent', cursor: { rev: 1, id: 'n' } });
	await db.write('epoch', 'e');
	return db;
}

test('what no key opens any more is deleted, counted, and asked for again; the career stays', async () => {
	(await written('a', ringOf('old', 1))).close();
	const ring = ringOf('new', 2);
	expect(await forgetUnreadable('a', ring)).toBe(1);
	const db = open('a', ring);
	expect((await db.rows.toArray()).map(({ type }) => type)).toEqual(['agent']);
	expect(await db.outbox.count()).toBe(0);
	expect(await db.cursors.count()).toBe(0);
	expect(await db.read('epoch')).toBe('e');
});

test('nothing is deleted of what the ring opens', async () => {
	const ring = ringOf('only', 1);
	const db = await written('b', ring);
	expect(await forgetUnreadable('b', ring)).toBe(0);
	expect(await db.rows.toArray()).toEqual([record, note]);
	expect(await db.outbox.count()).toBe(1);
});

test('written again, everything is under the current key', async () => {
	(await written('c', ringOf('old', 1))).close();
	const both: Keyring = {
		current: 'new',
		keys: new Map([...ringOf('old', 1).keys, ...ringOf('new', 2).keys])
	};
	const db = open('c', both);
	await rewrite(db);
	both.keys.delete('old');
	expect(await db.rows.toArray()).toEqual([record, note]);
	expect(await db.outbox.toArray()).toMatchObject([{ ordinal: 1, ...entry }]);
});

test('another database receives everything, ranks included, under its own protection', async () => {
	const from = await written('d', ringOf('old', 1));
	await from.outbox.delete(1);
	await from.outbox.add({ ...entry, id: 'later' });
	const to = open('e', ringOf('new', 2));
	await copyInto(from, to);
	expect(await to.rows.toArray()).toEqual([record, note]);
	expect(await to.outbox.toArray()).toMatchObject([{ ordinal: 2, id: 'later' }]);
	// The next write of this device comes after all the others.
	expect(await to.outbox.add({ ...entry, id: 'next' })).toBe(3);
});
