import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table mobility_campaign (
			id uuid primary key,
			academie_code text not null references academie,
			template text not null,
			rules_of text not null,
			label text not null,
			windows jsonb not null,
			opened_by uuid references account on delete set null,
			opened_at timestamptz not null,
			rev bigint not null default 0,
			unique (academie_code, template)
		)`.execute(db);
	await sql`
		create table mobility_request (
			id uuid primary key,
			number bigint generated always as identity unique,
			campaign_id uuid not null references mobility_campaign,
			account_id uuid not null references account on delete cascade,
			agent_id uuid,
			first_name text not null,
			last_name text not null,
			academie_code text not null references academie,
			state text not null,
			reached_at timestamptz not null,
			filed_at timestamptz,
			answers jsonb not null,
			voeux jsonb not null,
			initial_bareme jsonb,
			final_bareme jsonb,
			version uuid not null default gen_random_uuid(),
			rev bigint not null default 0,
			unique (account_id, campaign_id)
		)`.execute(db);
	await sql`
		create index mobility_request_queue on mobility_request (academie_code, state, reached_at)`.execute(
		db
	);
	await sql`
		create index mobility_request_campaign on mobility_request (campaign_id, state)`.execute(db);
	await sql`
		create table mobility_filing (
			id uuid primary key default gen_random_uuid(),
			request_id uuid not null references mobility_request on delete cascade,
			rank integer not null,
			filed_at timestamptz not null,
			content text not null,
			sha256 text not null,
			unique (request_id, rank)
		)`.execute(db);
	await sql`
		create table mobility_event (
			request_id uuid not null references mobility_request on delete cascade,
			rank integer not null,
			at timestamptz not null,
			action text not null,
			state text not null,
			hand text not null,
			actor_id uuid,
			note text,
			primary key (request_id, rank)
		)`.execute(db);
}
