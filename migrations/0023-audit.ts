import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`alter table account add column password_marks jsonb`.execute(db);
	await sql`
		create table audit_entry (
			seq bigint primary key,
			at timestamptz not null,
			actor_id uuid not null,
			actor_function text not null,
			actor_service text not null,
			action text not null,
			agent_id uuid,
			purpose text not null,
			hash text not null
		)`.execute(db);
	await sql`create index audit_entry_agent on audit_entry (agent_id, seq)`.execute(db);
	await sql`create index audit_entry_actor on audit_entry (actor_id, at)`.execute(db);
	await sql`
		create table audit_head (
			id smallint primary key default 1 check (id = 1),
			seq bigint not null,
			hash text not null
		)`.execute(db);
	await sql`insert into audit_head (seq, hash) values (0, '')`.execute(db);
	// Added to, never rewritten: even by a mistake of our own.
	await sql`
		create function refuse_audit_change() returns trigger language plpgsql as $$
		begin
			raise exception 'the audit is append-only';
		end $$`.execute(db);
	await sql`
		create trigger audit_entry_append_only before update or delete on audit_entry
		for each row execute function refuse_audit_change()`.execute(db);
	await sql`
		create trigger audit_entry_no_truncate before truncate on audit_entry
		for each statement execute function refuse_audit_change()`.execute(db);
}
