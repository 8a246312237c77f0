import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
	// Sessions opened before this change have no bounds of their own: everyone signs in once more.
	await sql`delete from session`.execute(db);
	await sql`
		alter table session
			add column idle_seconds integer not null,
			add column ends_at timestamptz not null,
			add column last_seen_at timestamptz not null default now(),
			add column factor text not null,
			add column verified_at timestamptz not null,
			add constraint session_bounded check (expires_at <= ends_at)`.execute(db);
	await sql`create index session_expiry on session (expires_at)`.execute(db);
	await sql`
		create table known_device (
			id uuid primary key,
			account_id uuid not null references account on delete cascade,
			token_hash text not null,
			label text not null,
			first_seen_at timestamptz not null,
			last_seen_at timestamptz not null,
			unique (token_hash, account_id)
		)`.execute(db);
	await sql`create index known_device_account on known_device (account_id)`.execute(db);
	await sql`
		create table attempt_counter (
			key text primary key,
			failures integer not null,
			last_at timestamptz not null,
			blocked_until timestamptz
		)`.execute(db);
	await sql`
		create table security_event (
			id uuid primary key,
			at timestamptz not null,
			kind text not null,
			account_id uuid references account on delete cascade,
			name_digest text,
			address text not null default '',
			device text not null default ''
		)`.execute(db);
	await sql`create index security_event_account on security_event (account_id, at)`.execute(db);
	await sql`create index security_event_kind on security_event (kind, at)`.execute(db);
	await sql`
		create table demo_account (
			key text primary key,
			account_id uuid not null references account on delete cascade
		)`.execute(db);
}
