import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
	// Académie at the time of the deposit: finds what a service may have to read, never decides it.
	await sql`alter table document add column academie_code text`.execute(db);
	await sql`
		update document set academie_code = account.academie_code
		from account where account.id = document.account_id`.execute(db);
	await sql`alter table document alter column academie_code set not null`.execute(db);
	await sql`
		create index document_desk on document (academie_code, medical, deposited_at)`.execute(db);
}
