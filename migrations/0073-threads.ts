import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table thread (
			id uuid primary key,
			account_id uuid not null references account on delete cascade,
			academie_code text not null references academie,
			departement text,
			title text not null,
			about text not null,
			about_id text,
			opened_at timestamptz not null default now(),
			closed_at timestamptz,
			rev bigint not null,
			version uuid
		)`.execute(db);
	await sql`create index thread_account on thread (account_id, rev)`.execute(db);
	await sql`create index thread_academie on thread (academie_code, opened_at)`.execute(db);
	await sql`
		create table thread_message (
			id uuid primary key,
			thread_id uuid not null references thread on delete cascade,
			account_id uuid not null references account on delete cascade,
			text text not null,
			from_service boolean not null,
			author_id uuid references account on delete set null,
			author_name text,
			sent_at timestamptz not null default now(),
			told_at timestamptz,
			rev bigint not null,
			version uuid
		)`.execute(db);
	await sql`create index thread_message_account on thread_message (account_id, rev)`.execute(db);
	await sql`create index thread_message_thread on thread_message (thread_id)`.execute(db);
	await sql`
		create index thread_message_untold on thread_message (sent_at) where told_at is null`.execute(db);
}
