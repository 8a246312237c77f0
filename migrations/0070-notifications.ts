import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table notification (
			id uuid primary key default gen_random_uuid(),
			account_id uuid not null references account on delete cascade,
			kind text not null,
			send_key text not null,
			data jsonb not null,
			created_at timestamptz not null,
			read_at timestamptz,
			unique (account_id, send_key)
		)`.execute(db);
	await sql`
		create index notification_unread on notification (account_id) where read_at is null`.execute(db);
	await sql`
		create table notification_choice (
			account_id uuid not null references account on delete cascade,
			kind text not null,
			channel text not null,
			enabled boolean not null,
			primary key (account_id, kind, channel)
		)`.execute(db);
	await sql`
		create table push_key (
			id uuid primary key default gen_random_uuid(),
			public_key text not null,
			private_key text not null,
			created_at timestamptz not null default now(),
			retired_at timestamptz
		)`.execute(db);
	await sql`
		create unique index push_key_current on push_key ((true)) where retired_at is null`.execute(db);
	await sql`
		create table push_subscription (
			id uuid primary key default gen_random_uuid(),
			account_id uuid not null references account on delete cascade,
			push_key_id uuid not null references push_key,
			endpoint text not null unique,
			p256dh text not null,
			auth text not null,
			seen_at timestamptz not null
		)`.execute(db);
	await sql`create index push_subscription_account on push_subscription (account_id)`.execute(db);
	await sql`
		create table push_delivery (
			notification_id uuid not null references notification on delete cascade,
			subscription_id uuid not null references push_subscription on delete cascade,
			primary key (notification_id, subscription_id)
		)`.execute(db);
}
