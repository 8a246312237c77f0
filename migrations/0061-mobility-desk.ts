import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table mobility_decision (
			request_id uuid not null references mobility_request on delete cascade,
			rule text not null,
			verdict text not null,
			reason text,
			comment text,
			decided_by uuid not null,
			decided_at timestamptz not null,
			checked_by uuid,
			checked_at timestamptz,
			primary key (request_id, rule)
		)`.execute(db);
	await sql`
		create table mobility_contest (
			request_id uuid not null references mobility_request on delete cascade,
			rule text not null,
			grounds text not null,
			at timestamptz not null,
			accepted boolean,
			answer text,
			answered_by uuid,
			answered_at timestamptz,
			primary key (request_id, rule)
		)`.execute(db);
	await sql`
		create table mobility_piece_request (
			id uuid primary key,
			request_id uuid not null references mobility_request on delete cascade,
			piece text not null,
			message text not null,
			asked_by uuid not null,
			asked_at timestamptz not null,
			due_on date not null,
			answered_at timestamptz
		)`.execute(db);
	await sql`
		create index mobility_piece_request_of on mobility_piece_request (request_id)`.execute(db);
	await sql`
		create table mobility_reading (
			request_id uuid not null references mobility_request on delete cascade,
			account_id uuid not null references account on delete cascade,
			opened_at timestamptz not null,
			primary key (request_id, account_id)
		)`.execute(db);
	await sql`
		create table mobility_publication (
			id uuid primary key,
			campaign_id uuid not null references mobility_campaign,
			prepared_by uuid not null,
			prepared_at timestamptz not null,
			sha256 text not null,
			signed_by uuid,
			published_at timestamptz
		)`.execute(db);
	await sql`
		create table mobility_publication_line (
			publication_id uuid not null references mobility_publication on delete cascade,
			line integer not null,
			number bigint,
			outcome text,
			place text,
			problem text,
			primary key (publication_id, line)
		)`.execute(db);
	await sql`
		create table mobility_result (
			request_id uuid primary key references mobility_request on delete cascade,
			publication_id uuid not null references mobility_publication,
			outcome text not null,
			place text
		)`.execute(db);
}
