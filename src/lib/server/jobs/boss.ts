/**
 * The queue's engine over our own connections. It must not join a unit of work by itself: outside
 * `enqueue` it always takes a connection of the pool, and gives it back without its error, because a
 * failed statement would otherwise close the embedded engine's only session.
 */
import { PgBoss, type ConstructorOptions } from 'pg-boss';
import type { Logger } from 'pino';
import { poolOf, type Db } from '../db';

export interface BossSettings {
	/** How soon the jobs of a process that died are given to another one. */
	readonly heartbeatSeconds: number;
	readonly monitorSeconds: number;
	readonly pollSeconds: number;
}

export const bossDefaults: BossSettings = {
	heartbeatSeconds: 30,
	monitorSeconds: 15,
	pollSeconds: 1
};

export function createBoss(
	database: Db,
	engine: 'embedded' | 'postgresql',
	log: Logger,
	settings: BossSettings
): PgBoss {
	const pool = poolOf(database);
	const options: ConstructorOptions = {
		schema: 'pgboss',
		backend: engine === 'embedded' ? 'pglite' : 'postgres',
		superviseIntervalSeconds: settings.monitorSeconds,
		monitorIntervalSeconds: settings.monitorSeconds,
		db: {
			async executeSql(text, values) {
				const connection = await pool.connect();
				try {
					return await connection.query(text, values);
				} finally {
					connection.release();
				}
			}
		}
	};
	const boss = new PgBoss(options);
	boss.on('error', (error) => log.error({ err: error }, 'job queue'));
	return boss;
}
