import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table sso_link (
			issuer text not null,
			subject text not null,
			account_id uuid not null references account on delete cascade,
			created_at timestamptz not null default now(),
			primary key (issuer, subject)
		)`.execute(db);
	await sql`create index sso_link_account on sso_link (account_id)`.execute(db);
	await sql`
		create table sso_attempt (
			token_hash text primary key,
			provider text not null,
			state text not null,
			kept jsonb not null,
			next_page text,
			link_account_id uuid references account on delete cascade,
			expires_at timestamptz not null
		)`.execute(db);
}
