import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table mobility_opinion (
			id uuid primary key,
			account_id uuid not null references account on delete cascade,
			academie_code text not null references academie,
			uai text not null,
			first_name text not null,
			last_name text not null,
			route text not null,
			target text not null,
			asked_at timestamptz not null,
			verdict text,
			words text not null default '',
			given_by uuid,
			given_at timestamptz,
			version uuid not null default gen_random_uuid(),
			rev bigint not null default 0
		)`.execute(db);
	await sql`
		create unique index mobility_opinion_awaited on mobility_opinion (account_id, route)
		where verdict is null`.execute(db);
	await sql`create index mobility_opinion_school on mobility_opinion (uai, asked_at)`.execute(db);
}
