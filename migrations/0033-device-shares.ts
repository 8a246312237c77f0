import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table device_share (
			device_id uuid primary key references sync_device on delete cascade,
			share text not null,
			verifier_digest text,
			tries integer not null default 0 check (tries between 0 and 10),
			created_at timestamptz not null default now()
		)`.execute(db);
}
