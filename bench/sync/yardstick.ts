/** What a request costs without our code: its queries, noted as they pass, and its answer's bytes. */
import { systemClock } from '$lib/core/shared';
import type { PullAnswer, PullRequest } from '$lib/core/sync';
import { setRootDatabase, type Db } from '$lib/server/db';
import { readSession } from '$lib/server/identity';
import { pull } from '$lib/server/sync';
import { syncSources } from '$lib/server/sync-sources';
import { Kysely, PostgresDialect } from 'kysely';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import pg from 'pg';
import type { Teacher } from './teachers';

interface Query {
	readonly name: string;
	readonly text: string;
	readonly values: readonly unknown[];
}

async function queriesOf(url: string, { session }: Teacher, request: PullRequest) {
	const queries: Query[] = [];
	const noting = new Kysely({
		dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url }) }),
		log: ({ query }) => {
			// Planned once, like ours.
			const name = `q${queries.length}`;
			queries.push({ name, text: query.sql, values: query.parameters });
		}
	});
	setRootDatabase(noting as unknown as Db);
	const { user } = (await readSession(session))!;
	const onSeen = async () => {};
	await pull({ user, request, sources: syncSources, clock: systemClock, onSeen });
	setRootDatabase(undefined);
	await noting.destroy();
	return queries;
}

export interface Yardstick {
	readonly url: string;
	readonly queries: number;
	stop(): Promise<void>;
}

export async function startYardstick(
	databaseUrl: string,
	teacher: Teacher,
	request: string,
	answer: PullAnswer
): Promise<Yardstick> {
	const queries = await queriesOf(databaseUrl, teacher, JSON.parse(request) as PullRequest);
	const settings = JSON.stringify({ url: databaseUrl, queries, answer });
	const child = spawn(process.execPath, ['bench/sync/bare.js', settings], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const [port] = (await once(child.stdout, 'data')) as [Buffer];
	return {
		url: `http://localhost:${port.toString().trim()}/`,
		queries: queries.length,
		stop: async () => {
			child.kill();
			await once(child, 'exit');
		}
	};
}
