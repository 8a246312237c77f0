import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		alter table account
			add column password_changed_at timestamptz,
			add column recovery_email text,
			add column next_recovery_email text,
			add column next_recovery_at timestamptz`.execute(db);
	await sql`
		create table proof_flow (
			id uuid primary key,
			token_hash text not null unique,
			purpose text not null,
			data jsonb not null default '{}',
			account_id uuid references account on delete cascade,
			agent_id uuid references agent on delete cascade,
			created_at timestamptz not null,
			expires_at timestamptz not null,
			code_digest text,
			code_tries integer not null default 0,
			proven_at timestamptz,
			used_at timestamptz
		)`.execute(db);
	await sql`create index proof_flow_expiry on proof_flow (expires_at)`.execute(db);
}
