/**
 * PostgreSQL plans a query each time it comes, unless the query has a name: then once per connection.
 * The few queries that every phone sends at every exchange, or all at the closing hour, carry this
 * mark and get one; never a `select *`, whose columns a migration may change under an open connection. Behind
 * PgBouncer in transaction mode this needs its version 1.21 or later.
 */
import { sql, type PostgresPool } from 'kysely';
import type pg from 'pg';

const MARK = '/* prepared */';
/** To be put anywhere in the query. */
export const prepared = sql.raw(MARK);

/** A phone names the types it wants, hence the text of a pull: it must not fill a server's memory. */
const MOST_NAMES = 64;
const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
	if (!text.includes(MARK)) return undefined;
	const known = names.get(text);
	if (known || names.size >= MOST_NAMES) return known;
	const name = `carnet-${names.size}`;
	names.set(text, name);
	return name;
}

function preparingClient(client: pg.PoolClient): pg.PoolClient {
	const query = (text: string, values: unknown[]) => {
		const name = typeof text === 'string' ? nameOf(text) : undefined;
		return name ? client.query({ name, text, values }) : client.query(text, values);
	};
	return Object.create(client, { query: { value: query } }) as pg.PoolClient;
}

/** The same pool, whose marked queries are planned once per connection. */
export function preparing(pool: pg.Pool): PostgresPool {
	const clients = new WeakMap<pg.PoolClient, pg.PoolClient>();
	return {
		options: pool.options,
		connect: async () => {
			const client = await pool.connect();
			const known = clients.get(client) ?? preparingClient(client);
			clients.set(client, known);
			return known;
		},
		end: () => pool.end()
	};
}
