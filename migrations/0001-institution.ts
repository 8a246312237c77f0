import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table academie (
			code text primary key,
			name text not null,
			settings jsonb not null default '{}',
			rev bigint not null default 0
		)`.execute(db);
	await sql`
		create table establishment (
			uai text primary key,
			academie_code text not null references academie,
			departement text not null,
			kind text not null,
			name text not null,
			city text not null,
			postal_code text not null
		)`.execute(db);
	await sql`create index establishment_academie on establishment (academie_code)`.execute(db);
	await sql`
		create table agent (
			id uuid primary key,
			academie_code text not null references academie,
			numen_digest text not null unique,
			civility text not null,
			last_name text not null,
			first_name text not null,
			birth_date date,
			email text,
			corps text not null,
			grade text not null,
			echelon smallint not null,
			chevron text,
			echelon_since date not null,
			grade_since date,
			corps_since date,
			discipline text,
			quotity numeric(5, 4) not null default 1,
			uai text references establishment,
			content_digest text not null,
			record_updated_at timestamptz not null,
			left_at date,
			rev bigint not null default 0
		)`.execute(db);
	await sql`create index agent_academie on agent (academie_code)`.execute(db);
	await sql`create index agent_uai on agent (uai)`.execute(db);
	await sql`
		create table assignment (
			agent_id uuid not null references agent on delete cascade,
			rank smallint not null,
			uai text not null references establishment,
			nature text not null,
			from_date date not null,
			to_date date,
			quotity numeric(5, 4) not null default 1,
			primary key (agent_id, rank)
		)`.execute(db);
	await sql`
		create table career_step (
			agent_id uuid not null references agent on delete cascade,
			rank smallint not null,
			corps text not null,
			grade text not null,
			echelon smallint not null,
			chevron text,
			from_date date not null,
			primary key (agent_id, rank)
		)`.execute(db);
	await sql`
		create table diploma (
			agent_id uuid not null references agent on delete cascade,
			rank smallint not null,
			label text not null,
			level text,
			year smallint,
			primary key (agent_id, rank)
		)`.execute(db);
	await sql`
		create table training (
			agent_id uuid not null references agent on delete cascade,
			rank smallint not null,
			label text not null,
			from_date date not null,
			to_date date,
			hours numeric(6, 1),
			competence text,
			primary key (agent_id, rank)
		)`.execute(db);
}
