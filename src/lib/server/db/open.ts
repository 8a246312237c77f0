import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import { join } from 'node:path';
import pg from 'pg';
import { openEmbedded } from './embedded';
import './parsers';
import { preparing } from './prepared';
import type { Tables } from './tables';
import type { Db } from './unit-of-work';

export interface OpenDatabase {
	readonly db: Db;
	readonly engine: 'embedded' | 'postgresql';
	close(): Promise<void>;
}

export const embeddedFolder = (dataDir: string) => join(dataDir, 'db');

const pools = new WeakMap<Db, pg.Pool>();

/** @param through the pool as queries see it */
export function databaseOver(pool: pg.Pool, through: PostgresPool = pool): Db {
	const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: through }) });
	pools.set(db, pool);
	return db;
}

/** The connections under `database`, for the job queue, which sends several statements at once. */
export function poolOf(database: Db): pg.Pool {
	const pool = pools.get(database);
	if (!pool) throw new Error('not a database of ours, or a transaction');
	return pool;
}

export function openPostgres(url: string, max = 10): OpenDatabase {
	const pool = new pg.Pool({ connectionString: url, max, connectionTimeoutMillis: 10_000 });
	// An idle connection that breaks is replaced at the next query; without a listener Node would stop.
	pool.on('error', () => {});
	const db = databaseOver(pool, preparing(pool));
	return { db, engine: 'postgresql', close: () => db.destroy() };
}

export async function openDatabase(options: {
	databaseUrl: string | null;
	dataDir: string;
}): Promise<OpenDatabase> {
	if (options.databaseUrl) return openPostgres(options.databaseUrl);
	const embedded = await openEmbedded(embeddedFolder(options.dataDir));
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
