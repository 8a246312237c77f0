/**
 * Encrypts what is written and decrypts what is read, between Dexie and the disk. Only keys and
 * indexes stay in clear: identifiers, kinds of rows, streams. The cipher is synchronous on purpose:
 * waiting for WebCrypto inside a transaction lets some browsers commit it early.
 */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import type {
	DBCore,
	DBCoreCursor,
	DBCoreMutateRequest,
	DBCoreTable,
	DBCoreTableSchema,
	Middleware
} from 'dexie';

const NONCE = 24;
/** The one field of a stored row that is not a key. */
const SEALED = 'sealed';

type Row = Record<string, unknown>;
const utf8 = new TextEncoder();
const text = new TextDecoder();

/** Fields that the table is searched by. */
function clearFields({ primaryKey, indexes }: DBCoreTableSchema): ReadonlySet<string> {
	return new Set([primaryKey, ...indexes].flatMap(({ keyPath }) => keyPath ?? []));
}

function seal(key: Uint8Array, table: string, clear: ReadonlySet<string>, row: Row): Row {
	const kept = Object.fromEntries(Object.entries(row).filter(([name]) => clear.has(name)));
	const secret = Object.fromEntries(Object.entries(row).filter(([name]) => !clear.has(name)));
	const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
	const cipher = xchacha20poly1305(key, nonce, utf8.encode(table));
	const content = cipher.encrypt(utf8.encode(JSON.stringify(secret)));
	const sealed = new Uint8Array(NONCE + content.length);
	sealed.set(nonce);
	sealed.set(content, NONCE);
	return { ...kept, [SEALED]: sealed };
}

function unseal(key: Uint8Array, table: string, stored: Row): Row {
	const { [SEALED]: sealed, ...kept } = stored as Row & { sealed: Uint8Array };
	const cipher = xchacha20poly1305(key, sealed.subarray(0, NONCE), utf8.encode(table));
	return { ...kept, ...(JSON.parse(text.decode(cipher.decrypt(sealed.subarray(NONCE)))) as Row) };
}

function sealedTable(table: DBCoreTable, key: Uint8Array): DBCoreTable {
	const { name, schema } = table;
	const clear = clearFields(schema);
	const open = (stored: unknown): unknown =>
		stored === undefined ? stored : unseal(key, name, stored as Row);
	const openCursor = (cursor: DBCoreCursor): DBCoreCursor =>
		Object.create(cursor, { value: { get: () => open(cursor.value) } }) as DBCoreCursor;

	return {
		...table,
		mutate: (request: DBCoreMutateRequest) =>
			request.type === 'add' || request.type === 'put'
				? table.mutate({
						...request,
						values: request.values.map((row: Row) => seal(key, name, clear, row))
					})
				: table.mutate(request),
		// Chained on Dexie's own promises, which keep the transaction alive in every browser.
		get: (request) => table.get(request).then(open),
		getMany: (request) => table.getMany(request).then((rows) => rows.map(open)),
		query: (request) =>
			table
				.query(request)
				.then((found) => (request.values ? { ...found, result: found.result.map(open) } : found)),
		openCursor: (request) =>
			table
				.openCursor(request)
				.then((cursor) => (cursor && request.values ? openCursor(cursor) : cursor))
	};
}

/** @param key 32 bytes */
export const sealedWith = (key: Uint8Array): Middleware<DBCore> => ({
	stack: 'dbcore',
	name: 'carnet-cipher',
	// Below Dexie's own layers: hooks, live queries and its cache see rows in clear.
	level: 0,
	create: (core) => ({
		...core,
		table: (name) => sealedTable(core.table(name), key)
	})
});
