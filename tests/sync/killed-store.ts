/** Where the killed server keeps its data, and how a test looks into it. */
import { migrateToLatest, openDatabase, openPostgres, setRootDatabase } from '$lib/server/db';
import { runOn, testPostgres, urlOf } from '../support/postgres';
import { TestServer } from '../support/server';

export interface KilledStore {
	readonly server: TestServer;
	/** Runs `work` on the server's data; on the embedded engine the server stops meanwhile. */
	look<T>(work: () => Promise<T>): Promise<T>;
	remove(): Promise<void>;
}

type Opened = Awaited<ReturnType<typeof openDatabase>>;

async function using<T>({ db, close }: Opened, work: () => Promise<T>): Promise<T> {
	setRootDatabase(db);
	try {
		await migrateToLatest(db as never);
		return await work();
	} finally {
		setRootDatabase(undefined);
		await close();
	}
}

export async function onPostgres(): Promise<KilledStore> {
	const postgres = await testPostgres();
	const name = `carnet_killed_${process.pid}`;
	await runOn(postgres.url, `create database ${name}`);
	const url = urlOf(postgres.url, name);
	const server = await TestServer.create({
		data: 'empty',
		env: { DATABASE_URL: url, DEMO: '0' }
	});
	return {
		server,
		look: (work) => using(openPostgres(url), work),
		remove: async () => {
			await server.remove();
			await runOn(postgres.url, `drop database ${name} with (force)`);
			await postgres.stop();
		}
	};
}

export async function onEmbedded(): Promise<KilledStore> {
	const server = await TestServer.create({
		data: 'empty',
		env: { DATABASE_URL: '', DEMO: '0' }
	});
	const dataDir = server.data.env.DATA_DIR!;
	return {
		server,
		look: async (work) => {
			const runs = server.pid > 0;
			if (runs) await server.kill();
			const seen = await using(await openDatabase({ databaseUrl: null, dataDir }), work);
			if (runs) await server.start();
			return seen;
		},
		remove: () => server.remove()
	};
}
