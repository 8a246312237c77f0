import { sql, type Kysely } from 'kysely';

/** Two things a person asks of the service before they can get in. */
export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table unblock_request (
			id uuid primary key,
			account_id uuid not null references account on delete cascade,
			reason text not null,
			days integer not null check (days between 1 and 30),
			asked_at timestamptz not null,
			decided_by uuid references account on delete set null,
			decided_at timestamptz,
			granted_until timestamptz
		)`.execute(db);
	await sql`
		create unique index unblock_request_waiting on unblock_request (account_id)
		where decided_at is null`.execute(db);
	await sql`
		create table access_request (
			id uuid primary key,
			academie_code text not null references academie,
			first_name text not null,
			last_name text not null,
			email text not null,
			workplace text not null,
			reason text not null,
			asked_at timestamptz not null,
			decided_by uuid references account on delete set null,
			decided_at timestamptz,
			approved boolean
		)`.execute(db);
	await sql`
		create unique index access_request_waiting on access_request (email)
		where decided_at is null`.execute(db);
}
