import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table attachment (
			id uuid primary key,
			circular_id uuid references circular on delete cascade,
			message_id uuid references thread_message on delete cascade,
			name text not null,
			bytes integer not null,
			pages integer not null,
			key_id text not null,
			added_at timestamptz not null,
			check (num_nonnulls(circular_id, message_id) = 1)
		)`.execute(db);
	await sql`
		create index attachment_circular on attachment (circular_id)
		where circular_id is not null`.execute(db);
	await sql`
		create index attachment_message on attachment (message_id)
		where message_id is not null`.execute(db);
	await sql`alter table thread_message add column pieces uuid[] not null default '{}'`.execute(db);
}
