import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
	// Unlogged: written at every request, worth nothing after a minute, so never worth a disk's wait.
	await sql`
		create unlogged table open_api_caller (
			caller text primary key,
			window_end timestamptz not null,
			requests integer not null
		)`.execute(db);
	await sql`create index open_api_caller_window_end on open_api_caller (window_end)`.execute(db);
}
