/** Last night's backup of what a person wrote, and its return with a new epoch. */
import { db, unitOfWork } from '$lib/server/db';
import { sql } from 'kysely';

/** Every table that a person's write reaches, the exchange that a report opens included. */
const tables = [
	'sync_stream',
	'sync_tombstone',
	'personal_row',
	'career_report',
	'thread',
	'thread_message',
	'sync_mutation'
];

export async function backUp(): Promise<void> {
	await unitOfWork(async () => {
		for (const table of tables) {
			await sql`drop table if exists ${sql.table(`backup_${table}`)}`.execute(db());
			await sql`create table ${sql.table(`backup_${table}`)} as table ${sql.table(table)}`.execute(
				db()
			);
		}
	});
}

export async function restore(): Promise<void> {
	await unitOfWork(async () => {
		await sql`set local session_replication_role = replica`.execute(db());
		for (const table of tables) {
			await sql`delete from ${sql.table(table)}`.execute(db());
			await sql`
				insert into ${sql.table(table)} overriding system value
				select * from ${sql.table(`backup_${table}`)}`.execute(db());
		}
		await sql`update installation set epoch = gen_random_uuid()`.execute(db());
	});
}
