import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table account (
			id uuid primary key,
			academie_code text not null references academie,
			agent_id uuid unique references agent,
			role text not null,
			identifier text not null unique,
			email text not null unique,
			first_name text not null,
			last_name text not null,
			uai text references establishment,
			departement text,
			password_hash text,
			disabled_at timestamptz,
			created_at timestamptz not null default now()
		)`.execute(db);
	await sql`
		create table session (
			id_hash text primary key,
			account_id uuid not null references account on delete cascade,
			created_at timestamptz not null default now(),
			expires_at timestamptz not null,
			device text not null default ''
		)`.execute(db);
	await sql`create index session_account on session (account_id)`.execute(db);
}
