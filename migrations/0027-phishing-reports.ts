import { sql, type Kysely } from 'kysely';

/** Messages that imitate Carnet, as people report them. */
export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table phishing_report (
			id uuid primary key,
			academie_code text not null references academie,
			account_id uuid references account on delete set null,
			at timestamptz not null,
			description text not null
		)`.execute(db);
	await sql`create index phishing_report_academie on phishing_report (academie_code, at)`.execute(
		db
	);
}
