import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table circular (
			id uuid primary key,
			academie_code text not null references academie,
			author_id uuid not null references account,
			author_name text not null,
			kind text not null,
			title text not null,
			body text not null,
			read_before date,
			deadlines jsonb not null default '[]',
			audience jsonb not null default '{}',
			corrects uuid references circular,
			state text not null default 'draft',
			publish_at timestamptz,
			published_at timestamptz,
			approved_by uuid references account,
			updated_at timestamptz not null
		)`.execute(db);
	await sql`create index circular_academie on circular (academie_code, updated_at)`.execute(db);
	await sql`create index circular_corrects on circular (corrects)`.execute(db);
	await sql`
		create table circular_recipient (
			circular_id uuid not null references circular on delete cascade,
			account_id uuid not null references account on delete cascade,
			rev bigint not null,
			read_at timestamptz,
			version uuid,
			primary key (circular_id, account_id)
		)`.execute(db);
	await sql`
		create index circular_recipient_stream on circular_recipient (account_id, rev)`.execute(db);
}
