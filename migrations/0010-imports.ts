import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table import_job (
			id uuid primary key,
			file_name text not null,
			file_sha256 text not null,
			file_bytes bigint not null,
			status text not null,
			encoding text,
			separator text,
			lines integer not null default 0,
			establishments integer not null default 0,
			accepted integer not null default 0,
			refused integer not null default 0,
			created integer not null default 0,
			changed integer not null default 0,
			unchanged integer not null default 0,
			issue_counts jsonb not null default '{}',
			excluded text[] not null default '{}',
			position bigint not null default 0,
			received_at timestamptz not null,
			finished_at timestamptz
		)`.execute(db);
	await sql`create index import_job_file on import_job (file_sha256, received_at)`.execute(db);
	await sql`
		create table import_issue (
			import_id uuid not null references import_job on delete cascade,
			rank integer not null,
			line integer not null,
			code text not null,
			column_name text,
			value text,
			other_line integer,
			primary key (import_id, rank)
		)`.execute(db);
}
