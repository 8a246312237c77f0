import { sql, type Kysely } from 'kysely';

/**
 * A role that owns nothing and bypasses nothing: rows protected by row-level security are read through
 * it. Roles belong to the whole server, hence one that is already there is kept.
 */
export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		do $$
		begin
			begin
				if not exists (select from pg_roles where rolname = 'carnet_restricted') then
					create role carnet_restricted nologin nosuperuser nobypassrls;
				end if;
			exception
				-- Another database of this server has just created it.
				when duplicate_object or unique_violation then null;
			end;
			if not pg_has_role(current_user, 'carnet_restricted', 'member') then
				execute format('grant carnet_restricted to %I', current_user);
			end if;
		end $$`.execute(db);
	await sql`grant usage on schema public to carnet_restricted`.execute(db);
}
