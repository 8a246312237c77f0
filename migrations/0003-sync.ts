import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table sync_stream (
			stream text primary key,
			head bigint not null
		)`.execute(db);
	await sql`
		create table installation (
			id smallint primary key default 1 check (id = 1),
			epoch uuid not null,
			created_at timestamptz not null default now()
		)`.execute(db);
	await sql`insert into installation (epoch) values (gen_random_uuid())`.execute(db);
}
