import { sql } from 'kysely';
import * as v from 'valibot';
import type { OpenDatabase } from '../db';
import { defineQueue, defineWorker, type Worker } from './queue';

const vacuum = defineQueue({ name: 'database.vacuum', schema: v.object({}), timeoutSeconds: 3600 });

/** The embedded engine has no autovacuum: without this its files and its plans decay. */
export const maintenanceJobs = ({ db, engine }: OpenDatabase): Worker[] =>
	engine === 'postgresql'
		? []
		: [
				defineWorker(
					vacuum,
					async () => {
						await sql`vacuum (analyze)`.execute(db);
					},
					{ cron: '15 3 * * *' }
				)
			];
