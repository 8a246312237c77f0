import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table sync_mutation (
			id uuid primary key,
			account_id uuid not null references account on delete cascade,
			device_id uuid not null,
			ordinal bigint not null,
			kind text not null,
			outcome text not null,
			code text,
			target text not null,
			made_at text not null,
			received_at timestamptz not null default now(),
			receipt bigint generated always as identity
		)`.execute(db);
	await sql`create index sync_mutation_account on sync_mutation (account_id)`.execute(db);
	await sql`
		create table personal_row (
			account_id uuid not null references account on delete cascade,
			type text not null,
			id uuid not null,
			version uuid not null,
			rev bigint not null,
			body jsonb not null,
			primary key (account_id, type, id)
		)`.execute(db);
	await sql`alter table career_report add column version uuid not null default gen_random_uuid()`.execute(
		db
	);
}
