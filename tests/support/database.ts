/**
 * A migrated, empty database for a test, on the engine of the running project: embedded in
 * `integration`, PostgreSQL in `contract`. The same test files run in both.
 */
import {
	databaseOver,
	openInMemory,
	openPostgres,
	setRootDatabase,
	type Db,
	type OpenDatabase
} from '$lib/server/db';
import type { PGliteOptions } from '@electric-sql/pglite';
import { openAsBlob } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest';
import { runOn, urlOf } from './postgres';

export type TestDatabaseTemplate =
	| { readonly engine: 'embedded'; readonly template: string }
	| { readonly engine: 'postgresql'; readonly admin: string; readonly template: string };

declare module 'vitest' {
	interface ProvidedContext {
		testDatabase: TestDatabaseTemplate;
	}
}

async function inMemory(options?: PGliteOptions): Promise<OpenDatabase> {
	const embedded = await openInMemory(options);
	const db = databaseOver(embedded.pool);
	return {
		db,
		engine: 'embedded',
		close: async () => {
			await db.destroy();
			await embedded.close();
		}
	};
}

let copies = 0;

async function onServer(admin: string, template: string): Promise<OpenDatabase> {
	const name = `carnet_test_${process.pid}_${++copies}`;
	await runOn(admin, `create database ${name} template ${template} strategy file_copy`);
	const opened = openPostgres(urlOf(admin, name));
	return {
		...opened,
		close: async () => {
			await opened.close();
			await runOn(admin, `drop database ${name} with (force)`);
		}
	};
}

/** Opens a fresh migrated database; the caller closes it. */
export async function openTestDatabase(): Promise<OpenDatabase> {
	const prepared = inject('testDatabase');
	return prepared.engine === 'embedded'
		? inMemory({ loadDataDir: await openAsBlob(prepared.template) })
		: onServer(prepared.admin, prepared.template);
}

/** Opens a database with no table at all, for the tests of the migrations; the caller closes it. */
export function openBlankDatabase(): Promise<OpenDatabase> {
	const prepared = inject('testDatabase');
	return prepared.engine === 'embedded' ? inMemory() : onServer(prepared.admin, 'template0');
}

/**
 * Gives the file (or each of its tests) its own database, where `db()` and `unitOfWork` then work.
 * Returns an accessor, to be called inside tests.
 */
export function useDatabase(per: 'file' | 'test' = 'file'): () => Db {
	let opened: OpenDatabase | undefined;
	const before = per === 'file' ? beforeAll : beforeEach;
	const after = per === 'file' ? afterAll : afterEach;
	before(async () => {
		opened = await openTestDatabase();
		setRootDatabase(opened.db);
	});
	after(async () => {
		setRootDatabase(undefined);
		await opened?.close();
	});
	return () => {
		if (!opened) throw new Error('the test database is opened by a hook: ask for it inside a test');
		return opened.db;
	};
}
