import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table calendar_feed (
			account_id uuid primary key references account on delete cascade,
			secret_digest text not null unique,
			created_at timestamptz not null
		)`.execute(db);
}
