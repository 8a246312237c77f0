import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table sync_tombstone (
			stream text not null,
			type text not null,
			id text collate "C" not null,
			rev bigint not null,
			primary key (stream, type, id)
		)`.execute(db);
	await sql`create index sync_tombstone_cursor on sync_tombstone (stream, type, rev, id)`.execute(
		db
	);
}
