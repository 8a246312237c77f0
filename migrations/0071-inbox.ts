import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		alter table notification
			drop column data,
			add column title text not null default '',
			add column body text not null default '',
			add column path text not null default '/messages',
			add column group_key text not null default '',
			add column urgent boolean not null default false,
			add column rev bigint not null default 0,
			add column version uuid`.execute(db);
	await sql`create index notification_stream on notification (account_id, rev, id)`.execute(db);
	await sql`drop table notification_choice`.execute(db);
	await sql`
		create table reminder_clock (
			id smallint primary key default 1 check (id = 1),
			reminded_until timestamptz not null
		)`.execute(db);
	await sql`insert into reminder_clock (reminded_until) values (now())`.execute(db);
}
