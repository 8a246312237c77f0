import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table sync_device (
			id uuid primary key,
			account_id uuid not null references account on delete cascade,
			label text not null,
			mode text not null,
			first_seen_at timestamptz not null default now(),
			last_seen_at timestamptz not null default now(),
			revoked_at timestamptz
		)`.execute(db);
	await sql`create index sync_device_account on sync_device (account_id)`.execute(db);
}
