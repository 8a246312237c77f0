/**
 * The database of the moment. A repository never opens a transaction: it asks `db()`, which is the
 * current unit of work's transaction, else the pool. The embedded engine has a single session, so a
 * query beside an open transaction would wait for ever; asking here makes that impossible.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables';

export type Db = Kysely<Tables>;

const scope = new AsyncLocalStorage<Db>();
let root: Db | undefined;

/** Called once by the composition root. */
export const setRootDatabase = (database: Db | undefined) => void (root = database);

export function db(): Db {
	const current = scope.getStore() ?? root;
	if (!current) throw new Error('the database is not open');
	return current;
}

const inTransaction = (database: Db): database is Transaction<Tables> => database.isTransaction;

/** Runs `work` in one transaction; nested calls join the one already open. */
export async function unitOfWork<T>(work: () => Promise<T>): Promise<T> {
	const current = db();
	if (inTransaction(current)) return work();
	return current.transaction().execute((transaction) => scope.run(transaction, work));
}

/** Runs `work` on another database: for tests and for tools that hold two of them. */
export const withDatabase = <T>(database: Db, work: () => Promise<T>): Promise<T> =>
	scope.run(database, work);
