import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table mail_message (
			id uuid primary key default gen_random_uuid(),
			send_key text unique,
			template text not null,
			recipient text not null,
			data jsonb,
			state text not null default 'queued',
			created_at timestamptz not null default now(),
			ended_at timestamptz
		)`.execute(db);
	await sql`
		create table mail_bounce (
			address text primary key,
			reason text not null,
			bounced_at timestamptz not null default now()
		)`.execute(db);
}
