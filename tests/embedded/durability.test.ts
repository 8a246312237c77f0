/** The embedded database keeps what it has acknowledged, whatever happens to the process. */
import {
	EmbeddedFolderInUse,
	migrateToLatest,
	openDatabase,
	type OpenDatabase
} from '$lib/server/db';
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

// One folder for the file: making one writes and syncs a thousand files.
const dataDir = fs.mkdtempSync(join(tmpdir(), 'carnet-embedded-'));
const open = () => openDatabase({ databaseUrl: null, dataDir });

async function withDatabase<T>(work: (database: OpenDatabase) => Promise<T>): Promise<T> {
	const database = await open();
	try {
		return await work(database);
	} finally {
		await database.close();
	}
}

beforeAll(() => withDatabase(({ db }) => migrateToLatest(db as never)), 120_000);
afterAll(() => fs.rmSync(dataDir, { recursive: true, force: true }));

test('a commit has reached the disk when it is acknowledged', async () => {
	await withDatabase(async ({ db }) => {
		const fsync = vi.spyOn(fs, 'fsyncSync');
		await db.insertInto('academie').values({ code: '19', name: 'Reims', settings: '{}' }).execute();
		expect(fsync).toHaveBeenCalled();
		fsync.mockClear();
		await db.selectFrom('academie').selectAll().execute();
		expect(fsync).not.toHaveBeenCalled();
		fsync.mockRestore();
	});
});

test('a second opener of the same folder is refused, and told by whom', async () => {
	await withDatabase(async () => {
		const second = open();
		await expect(second).rejects.toBeInstanceOf(EmbeddedFolderInUse);
		await expect(second).rejects.toThrow(`processus ${process.pid}`);
	});
	await withDatabase(async ({ engine }) => expect(engine).toBe('embedded'));
});

test('the lock of a process that has died is taken over', async () => {
	const dead = Number(execFileSync('sh', ['-c', 'echo $$']).toString());
	fs.writeFileSync(join(dataDir, '.db.lock'), `${dead} 1`);
	await withDatabase(async ({ engine }) => expect(engine).toBe('embedded'));
});

/** Starts a writer, kills it once it has said `count` writes, and returns all that it said. */
async function killWhileWriting(prefix: string, count: number): Promise<string[]> {
	const writer = spawn(process.execPath, ['tests/embedded/writer.js', dataDir, prefix], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const said: string[] = [];
	for await (const line of createInterface(writer.stdout)) {
		said.push(line);
		if (said.length === count) writer.kill('SIGKILL');
	}
	return said;
}

test('no acknowledged write is lost when the process is killed, again and again', async () => {
	const acknowledged: string[] = [];
	for (const prefix of ['a', 'b', 'c']) {
		acknowledged.push(...(await killWhileWriting(prefix, 25)));
	}
	const rows = await withDatabase(({ db }) => db.selectFrom('academie').select('code').execute());
	const kept = new Set(rows.map(({ code }) => code));
	expect(acknowledged.length).toBeGreaterThanOrEqual(75);
	expect(acknowledged.filter((code) => !kept.has(code))).toEqual([]);
}, 120_000);
