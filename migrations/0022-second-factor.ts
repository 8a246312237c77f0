import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table totp (
			account_id uuid primary key references account on delete cascade,
			secret text not null,
			confirmed_at timestamptz,
			last_counter bigint not null default 0
		)`.execute(db);
	await sql`
		create table passkey (
			id text primary key,
			account_id uuid not null references account on delete cascade,
			public_key text not null,
			counter bigint not null,
			transports text not null,
			label text not null,
			created_at timestamptz not null,
			last_used_at timestamptz
		)`.execute(db);
	await sql`create index passkey_account on passkey (account_id)`.execute(db);
	await sql`
		create table recovery_code (
			account_id uuid not null references account on delete cascade,
			digest text not null,
			used_at timestamptz,
			primary key (account_id, digest)
		)`.execute(db);
}
