import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		alter table mobility_request add column corrections jsonb not null default '[]'`.execute(db);
}
