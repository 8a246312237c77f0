import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import Dexie from 'dexie';
import { afterEach, expect, test } from 'vitest';
import { sealedWith, type Keyring, type Sealing } from './cipher';
import type { Row } from './disk-keys';
import { LocalDatabase } from './local-database';

const key = new Uint8Array(32).fill(7);
const hide: Sealing['hide'] = (table, field, value) =>
	hmac(sha256, key, new TextEncoder().encode(`${table} ${field} ${String(value)}`));
const ringOf = (key: Uint8Array, name = 'k'): Keyring => ({
	current: name,
	keys: new Map([[name, key]])
});
const ring = ringOf(key);
const hidden: Sealing = { ring, hide };
const disk = () => new IDBFactory();
const row = { type: 'career-note', id: 'n1', stream: 'user:1', rev: 3, body: { text: 'Canari' } };
const entry = {
	...{ id: 'm1', state: 'waiting' as const, type: 'career-note', rowId: 'n1', kind: 'k' },
	...{ args: { text: 'Canari' }, base: null, at: '' }
};

const opened: Dexie[] = [];
afterEach(() => opened.splice(0).forEach((db) => db.close()));

function open(indexedDB: IDBFactory, sealing: Sealing | null): LocalDatabase {
	const db = new LocalDatabase('p', { indexedDB, IDBKeyRange });
	if (sealing) db.use(sealedWith(sealing));
	opened.push(db);
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

test.each([
	['searched values in clear', { ring }],
	['searched values hidden', hidden]
])('what is written is read again by every way of reading, %s', async (_name, sealing) => {
	const db = open(disk(), sealing);
	await db.rows.put(row as never);
	await db.rows.bulkPut([
		{ ...row, id: 'n2' },
		{ ...row, type: 'other' }
	] as never);
	await db.write('epoch', 'e1');
	const ordinal = await db.outbox.add(entry);

	expect(await db.rows.get(['career-note', 'n1'])).toEqual(row);
	expect(await db.rows.where({ type: 'other' }).toArray()).toEqual([{ ...row, type: 'other' }]);
	expect(await db.rows.where({ stream: 'user:1' }).count()).toBe(3);
	expect(await db.rows.filter(({ id }) => id === 'n2').toArray()).toEqual([{ ...row, id: 'n2' }]);
	expect(await db.rows.where({ type: 'other' }).primaryKeys()).toEqual([['other', 'n1']]);
	expect(await db.rows.bulkGet([['career-note', 'n1']])).toEqual([row]);
	expect(await db.read('epoch')).toBe('e1');
	await db.outbox.where({ state: 'waiting' }).modify({ state: 'sent' });
	expect(await db.outbox.where({ state: 'sent' }).sortBy('ordinal')).toMatchObject([
		{ ordinal, id: 'm1', state: 'sent', args: { text: 'Canari' } }
	]);
	expect(await db.outbox.where({ id: 'm1' }).first()).toMatchObject({ ordinal });
	expect(await db.outbox.where({ type: 'career-note', rowId: 'n1' }).count()).toBe(1);
	expect(await db.outbox.where('state').anyOf('sent', 'attention').count()).toBe(1);
	expect(await db.outbox.orderBy('ordinal').reverse().first()).toMatchObject({ id: 'm1' });

	await db.rows.delete(['career-note', 'n1']);
	await db.rows.where({ type: 'other' }).delete();
	expect(await db.rows.toArray()).toEqual([{ ...row, id: 'n2' }]);
});

test('a transaction that fails leaves nothing of what it wrote', async () => {
	const db = open(disk(), hidden);
	const failing = db.transaction('rw', db.rows, async () => {
		await db.rows.put(row as never);
		throw new Error('stop');
	});
	await expect(failing).rejects.toThrow('stop');
	expect(await db.rows.count()).toBe(0);
});

test('nothing of it can be read on the disk; the same search finds it when nothing is encrypted', async () => {
	for (const sealing of [hidden, null]) {
		const where = disk();
		const db = open(where, sealing);
		await db.rows.put(row as never);
		await db.outbox.add(entry);
		await db.drafts.put({ name: 'note', fields: { text: 'Canari' } });
		await db.cursors.put({ stream: 'academie:19', type: 'agent', cursor: { rev: 1, id: 'x' } });
		const bytes = await rawBytes(where);
		for (const word of ['Canari', 'career-note', 'user:1', 'academie:19', 'm1', 'note'])
			expect(bytes.includes(word), word).toBe(sealing === null);
	}
});

test('a hidden value is never searched by order', async () => {
	const db = open(disk(), hidden);
	await expect(db.rows.where('type').startsWith('career').toArray()).rejects.toThrow('hidden');
});

test('only what is shown stays in clear, beside the whole that is sealed', async () => {
	const where = disk();
	const shown = (table: string, { type, id, body }: Row) =>
		table === 'rows' ? { type, id, body: { length: String(body).length } } : null;
	const db = open(where, { ring, shown });
	await db.rows.put(row as never);
	expect(await db.rows.toArray()).toEqual([row]);
	const bytes = await rawBytes(where);
	expect(bytes).toContain('length');
	expect(bytes).not.toContain('Canari');
});

test('another key opens nothing', async () => {
	const where = disk();
	const db = open(where, { ring });
	await db.rows.put(row as never);
	const thief = open(where, { ring: ringOf(new Uint8Array(32).fill(8)) });
	await expect(thief.rows.toArray()).rejects.toThrow();
});

test('what another key of the ring sealed is absent until that key comes', async () => {
	const where = disk();
	const shown = (_table: string, { id, type, body }: Row) =>
		type === 'agent' ? { id, type, body } : null;
	const before = open(where, { ring, shown });
	await before.rows.bulkPut([row, { ...row, type: 'agent', rev: 9 }] as never);
	await before.outbox.add(entry);
	before.close();

	const later: Keyring = ringOf(new Uint8Array(32).fill(9), 'other');
	const db = open(where, { ring: later, shown });
	expect(await db.rows.toArray()).toEqual([
		{ id: 'n1', type: 'agent', stream: 'user:1', body: row.body }
	]);
	expect(await db.rows.get(['career-note', 'n1'])).toBeUndefined();
	expect(await db.rows.filter(({ id }) => id === 'n1').count()).toBe(1);
	expect(await db.outbox.where({ state: 'waiting' }).toArray()).toEqual([]);
	// It is still there, and is counted.
	expect(await db.outbox.where({ state: 'waiting' }).count()).toBe(1);

	later.keys.set('k', key);
	expect(await db.rows.get(['career-note', 'n1'])).toEqual(row);
	expect(await db.outbox.where({ state: 'waiting' }).first()).toMatchObject({ args: entry.args });
});
