/** Composition root: what is made once per process and handed to everything else. */
import { systemClock, uuidv7 } from '$lib/core/shared';
import { randomBytes } from 'node:crypto';
import { migrateToLatest, openDatabase, setRootDatabase } from './db';
import { openDocuments, replayQueue, type DocumentsDeps } from './documents';
import { env } from './env';
import { ensureAcademies, importStorage, isEmpty, seedDemo, type ImportDeps } from './institution';
import { enqueue, startJobs, type Jobs } from './jobs';
import { createLogger } from './logger';
import { seedDemoCampaign } from './mobility';
import { seedDemoMessages } from './messages';
import { giveWay } from './traffic';
import { workersOf, type Context } from './workers';

export interface App extends Context {
	readonly jobs: Jobs;
	readonly imports: ImportDeps;
	readonly documents: DocumentsDeps;
	close(): Promise<void>;
}

// Kept on globalThis: the development server evaluates this module again at each edit, and a second
// embedded instance on the same folder would be refused.
const holder = globalThis as typeof globalThis & { carnetApp?: Promise<App> | undefined };

async function start(logs: 'stdout' | 'stderr'): Promise<App> {
	const settings = env();
	const log = createLogger(logs === 'stderr' ? 'warn' : settings.logLevel, logs);
	const database = await openDatabase(settings);
	setRootDatabase(database.db);
	const applied = await migrateToLatest(database.db as never);
	log.info({ engine: database.engine, migrations: applied }, 'database ready');
	const context: Context = {
		env: settings,
		log,
		clock: systemClock,
		newId: () => uuidv7(Date.now(), randomBytes(10)),
		database
	};
	const imports = { ...context, storage: importStorage(settings.dataDir), giveWay };
	const documents = openDocuments(context);
	await ensureAcademies();
	const fresh = settings.demo && (await isEmpty());
	if (fresh) {
		await seedDemo(imports);
		await seedDemoCampaign(context);
	}
	const jobs = await startJobs({ database, log, workers: workersOf(context, documents) });
	await enqueue(replayQueue, {});
	if (fresh) await seedDemoMessages(context);
	return {
		...context,
		imports,
		documents,
		jobs,
		close: async () => {
			holder.carnetApp = undefined;
			await jobs.stop();
			documents.inspectors.close();
			await database.close();
		}
	};
}

/** The running application, started at the first call; a command logs its troubles apart from its output. */
export const app = (logs: 'stdout' | 'stderr' = 'stdout'): Promise<App> =>
	(holder.carnetApp ??= start(logs));
