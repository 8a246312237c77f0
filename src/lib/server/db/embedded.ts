/**
 * The embedded PostgreSQL, made durable: as shipped it never fsyncs and an acknowledged write can be
 * lost with the power. The file system below really syncs, and the engine is started without `-F`.
 */
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import fs from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { lockFolder } from './embedded-lock';

interface EmscriptenNodeFs {
	stream_ops: { fsync?: (stream: { nfd?: number | null; node: unknown }) => number };
	realPath(node: unknown): string;
}

function syncPath(path: string) {
	const fd = fs.openSync(path, 'r');
	try {
		fs.fsyncSync(fd);
	} finally {
		fs.closeSync(fd);
	}
}

class DurableNodeFs extends NodeFS {
	override async init(pglite: PGlite, options: Parameters<NodeFS['init']>[1]) {
		const initialised = await super.init(pglite, options);
		const preRun = initialised.emscriptenOpts.preRun as ((module: unknown) => void)[];
		preRun.push((module) => {
			const nodeFs = (module as { NODEFS: EmscriptenNodeFs }).NODEFS;
			nodeFs.stream_ops.fsync = (stream) => {
				if (stream.nfd !== undefined && stream.nfd !== null) fs.fsyncSync(stream.nfd);
				else syncPath(nodeFs.realPath(stream.node));
				return 0;
			};
		});
		return initialised;
	}
}

const durableStartParams = [
	...PGlite.defaultStartParams.filter((param) => param !== '-F'),
	...['-c', 'fsync=on', '-c', 'wal_sync_method=fsync']
];

function syncTree(folder: string) {
	for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) syncTree(path);
		else if (entry.isFile()) syncPath(path);
	}
	syncPath(folder);
}

export interface EmbeddedPool {
	readonly pool: pg.Pool;
	/** For copies of the whole folder only: queries go through the pool. */
	readonly pglite: PGlite;
	close(): Promise<void>;
}

const poolOver = (pglite: PGlite): pg.Pool =>
	// One connection: the engine has one session. No idle time-out, it would close that session.
	new pg.Pool({
		...(createPgConfig(pglite) as pg.PoolConfig),
		max: 1,
		idleTimeoutMillis: 0,
		connectionTimeoutMillis: 10_000
	});

export async function openEmbedded(folder: string): Promise<EmbeddedPool> {
	const release = lockFolder(folder);
	try {
		const fresh = !fs.existsSync(join(folder, 'PG_VERSION'));
		const pglite = await PGlite.create({
			fs: new DurableNodeFs(folder),
			startParams: durableStartParams
		});
		if (fresh) syncTree(folder);
		return {
			pool: poolOver(pglite),
			pglite,
			close: async () => {
				await pglite.close();
				release();
			}
		};
	} catch (error) {
		release();
		throw error;
	}
}

/** A database in memory, for tests; `loadDataDir` starts it from a prepared copy. */
export async function openInMemory(options: PGliteOptions = {}): Promise<EmbeddedPool> {
	const pglite = await PGlite.create(options);
	return { pool: poolOver(pglite), pglite, close: () => pglite.close() };
}
