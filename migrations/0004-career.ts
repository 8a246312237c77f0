import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table career_report (
			id uuid primary key,
			account_id uuid not null references account on delete cascade,
			agent_id uuid not null references agent on delete cascade,
			subject text not null,
			message text not null,
			created_at timestamptz not null default now(),
			rev bigint not null default 0
		)`.execute(db);
	await sql`create index career_report_account on career_report (account_id)`.execute(db);
}
