/**
 * Encrypts what is written and decrypts what is read, between Dexie and the disk. The cipher is
 * synchronous on purpose: waiting for WebCrypto inside a transaction lets some browsers commit it early.
 * Invariant: a stored row holds its searched fields (hidden, when `hide` says so), what `shown` allows,
 * and one sealed block; nothing else. A row sealed under a key that is not in the ring reads as its
 * shown part, or as absent.
 */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import type { DBCore, DBCoreMutateRequest, DBCoreTable, Middleware } from 'dexie';
import { diskKeys, type Hide, type Row } from './disk-keys';

const NONCE = 24;

/** Keys of 32 bytes by name; rows are written under the current one. */
export interface Keyring {
	readonly current: string;
	readonly keys: Map<string, Uint8Array>;
}

export interface Sealing {
	readonly ring: Keyring;
	/** Replaces searched values on the disk; absent, they stay as they are. */
	readonly hide?: Hide;
	/** Part of a row that stays in clear: the row itself for all of it, null for none. */
	readonly shown?: (table: string, row: Row) => Row | null;
}

/** As it lies on the disk, its searched fields aside. */
export interface StoredRow extends Row {
	readonly shown?: Row;
	readonly sealed?: Uint8Array;
	/** Name of the key that seals it. */
	readonly under?: string;
}

const utf8 = new TextEncoder();
const text = new TextDecoder();

function seal(key: Uint8Array, table: string, row: Row): Uint8Array {
	const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
	const cipher = xchacha20poly1305(key, nonce, utf8.encode(table));
	const content = cipher.encrypt(utf8.encode(JSON.stringify(row)));
	const sealed = new Uint8Array(NONCE + content.length);
	sealed.set(nonce);
	sealed.set(content, NONCE);
	return sealed;
}

function currentKey({ current, keys }: Keyring): Uint8Array {
	const key = keys.get(current);
	if (!key) throw new Error('the ring has no current key');
	return key;
}

function unseal(key: Uint8Array, table: string, sealed: Uint8Array): Row {
	const cipher = xchacha20poly1305(key, sealed.subarray(0, NONCE), utf8.encode(table));
	return JSON.parse(text.decode(cipher.decrypt(sealed.subarray(NONCE)))) as Row;
}

function sealedTable(table: DBCoreTable, { ring, hide, shown }: Sealing): DBCoreTable {
	const { name, schema } = table;
	const keys = diskKeys(schema, hide);

	function close(row: Row): StoredRow {
		const part = shown?.(name, row) ?? null;
		return {
			...keys.fieldsOf(row),
			...(part && { shown: part }),
			...(part !== row && { under: ring.current, sealed: seal(currentKey(ring), name, row) })
		};
	}
	function open(stored: unknown): unknown {
		if (stored === undefined) return undefined;
		const { sealed, under, shown: part, ...rest } = stored as StoredRow;
		const key = ring.keys.get(under ?? '');
		const row = sealed && key ? unseal(key, name, sealed) : part;
		// The rank given by the database is in the stored row alone.
		return row && { ...rest, ...row };
	}

	return {
		...table,
		mutate: (request: DBCoreMutateRequest) => {
			if (request.type === 'delete')
				return table.mutate({ ...request, keys: request.keys.map(keys.primary) });
			if (request.type === 'deleteRange')
				return table.mutate({ ...request, range: keys.range(schema.primaryKey, request.range) });
			const values = request.values as readonly Row[];
			// Chained on Dexie's own promises, which keep the transaction alive in every browser.
			return table
				.mutate({ ...request, values: values.map(close) })
				.then((done) => keys.inClear(done, values));
		},
		get: (request) => table.get({ ...request, key: keys.primary(request.key) }).then(open),
		getMany: (request) =>
			table
				.getMany({ ...request, keys: request.keys.map(keys.primary) })
				.then((rows) => rows.map(open)),
		query: (request) =>
			table
				.query({ ...request, values: true, query: keys.query(request.query) })
				.then(({ result, ...rest }) => {
					const rows = result.map(open).filter((row) => row !== undefined);
					return { ...rest, result: request.values ? rows : rows.map(keys.ofRow) };
				}),
		count: (request) => table.count({ ...request, query: keys.query(request.query) }),
		openCursor: (request) =>
			table
				.openCursor({ ...request, values: true, query: keys.query(request.query) })
				.then((cursor) => cursor && keys.cursor(cursor, request.query.index, open))
	};
}

export const sealedWith = (sealing: Sealing): Middleware<DBCore> => ({
	stack: 'dbcore',
	name: 'carnet-cipher',
	// Below all of Dexie's own layers: hooks, live queries and its caches see rows in clear.
	level: -2,
	create: (core) => ({
		...core,
		table: (name) => sealedTable(core.table(name), sealing)
	})
});
