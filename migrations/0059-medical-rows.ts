import { sql, type Kysely } from 'kysely';

/**
 * Read as the restricted role, a medical piece exists for its owner and the médecin-conseil, whatever
 * the query forgets; any other piece, for its owner and the gestion.
 */
export async function up(db: Kysely<never>): Promise<void> {
	await sql`alter table document enable row level security`.execute(db);
	await sql`grant select on document to carnet_restricted`.execute(db);
	await sql`
		create policy document_reader on document for select to carnet_restricted using (
			account_id::text = current_setting('carnet.reader', true)
			or current_setting('carnet.function', true) =
				case when medical then 'medecin' else 'gestionnaire' end)`.execute(db);
}
