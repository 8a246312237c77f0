import { sql, type Kysely } from 'kysely';

/** What one person asks and another one must agree to. */
export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table approval (
			id uuid primary key,
			academie_code text not null references academie,
			kind text not null,
			subject text not null,
			reason text not null,
			asked_by uuid not null references account on delete cascade,
			asked_at timestamptz not null,
			expires_at timestamptz not null,
			decided_by uuid references account on delete set null,
			decided_at timestamptz,
			approved boolean,
			used_at timestamptz,
			check (decided_by is distinct from asked_by)
		)`.execute(db);
	await sql`create index approval_waiting on approval (academie_code, expires_at)`.execute(db);
}
