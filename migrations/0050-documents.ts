import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table document (
			id uuid primary key,
			account_id uuid not null references account on delete cascade,
			type text not null,
			name text not null,
			issued_on date not null,
			ends_on date,
			medical boolean not null,
			state text not null check (state in ('checking', 'accepted', 'refused')),
			refusal text check ((refusal is null) = (state <> 'refused')),
			sha256 text not null,
			bytes integer not null,
			pages integer,
			version integer not null default 1,
			replaces uuid,
			key_id text not null,
			deposited_at timestamptz not null,
			rev bigint not null default 0
		)`.execute(db);
	await sql`create index document_account on document (account_id)`.execute(db);
	await sql`create index document_key on document (key_id)`.execute(db);
	await sql`
		create table document_filing (
			document_id uuid not null references document on delete cascade,
			filing text not null,
			campaign_ends_on date,
			attached_at timestamptz not null,
			primary key (document_id, filing)
		)`.execute(db);
	await sql`create index document_filing_filing on document_filing (filing)`.execute(db);
	await sql`
		create table document_hold (
			id uuid primary key,
			document_id uuid not null references document on delete cascade,
			reason text not null,
			placed_by uuid not null,
			placed_at timestamptz not null,
			lifted_at timestamptz
		)`.execute(db);
	await sql`create index document_hold_document on document_hold (document_id)`.execute(db);
	await sql`
		create table erasure_request (
			id uuid primary key,
			document_id uuid not null unique references document on delete cascade,
			reason text not null,
			asked_at timestamptz not null,
			answer text,
			answered_by uuid,
			answered_at timestamptz
		)`.execute(db);
	await sql`
		create table purge_run (
			id uuid primary key,
			day date not null,
			planned_at timestamptz not null,
			plan jsonb not null,
			done_at timestamptz
		)`.execute(db);
	await sql`
		create table medical_opinion (
			id uuid primary key,
			account_id uuid not null references account on delete cascade,
			filing text not null,
			outcome text not null check (outcome in ('favorable', 'defavorable', 'a-completer')),
			decided_by uuid not null,
			decided_at timestamptz not null,
			unique (account_id, filing)
		)`.execute(db);
}
