/** Three thousand teachers with a whole career each, a few notes and deadlines, and an open session. */
import { db } from '$lib/server/db';
import { sql } from 'kysely';
import { createHash, randomUUID } from 'node:crypto';

export interface Teacher {
	readonly accountId: string;
	/** Value of the session's cookie. */
	readonly session: string;
}

const repeat = (times: number) => sql`cross join generate_series(1, ${sql.lit(times)}) as n`;

export async function writeTeachers(count: number): Promise<Teacher[]> {
	const teachers = Array.from({ length: count }, () => ({
		accountId: randomUUID(),
		agentId: randomUUID(),
		session: randomUUID()
	}));
	const agents = teachers.map(({ agentId }) => agentId);
	const accounts = teachers.map(({ accountId }) => accountId);
	const hashes = teachers.map(({ session }) => createHash('sha256').update(session).digest('hex'));
	await sql`insert into academie (code, name) values ('19', 'Reims') on conflict do nothing`.execute(
		db()
	);
	await sql`
		insert into establishment (uai, academie_code, departement, kind, name, city, postal_code)
		select '051' || lpad(n::text, 4, '0') || 'A', '19', '051', 'college', 'Collège n° ' || n,
			'Épernay', '51200' from generate_series(1, 20) as n`.execute(db());
	await sql`
		insert into agent (id, academie_code, numen_digest, civility, last_name, first_name, birth_date,
			email, corps, grade, echelon, echelon_since, grade_since, corps_since, discipline, uai,
			content_digest, record_updated_at)
		select id, '19', id::text, 'Mme', 'Sorel-' || left(id::text, 8), 'Anne', '1980-05-04',
			id || '@example.org', 'certifie', 'classe-normale', 9, '2024-03-01', '2006-09-01',
			'2006-09-01', 'L1900', '0510001A', 'x', '2026-09-01T00:00:00Z'
		from unnest(${agents}::uuid[]) as id`.execute(db());
	await sql`
		insert into assignment (agent_id, rank, uai, nature, from_date, to_date)
		select id, n, '051' || lpad(n::text, 4, '0') || 'A', 'titulaire',
			make_date(2026 - 4 * n, 9, 1), case when n > 1 then make_date(2030 - 4 * n, 8, 31) end
		from unnest(${agents}::uuid[]) as id ${repeat(4)}`.execute(db());
	await sql`
		insert into career_step (agent_id, rank, corps, grade, echelon, from_date)
		select id, n, 'certifie', 'classe-normale', 10 - n, make_date(2026 - 2 * n, 3, 1)
		from unnest(${agents}::uuid[]) as id ${repeat(9)}`.execute(db());
	await sql`
		insert into diploma (agent_id, rank, label, level, year)
		select id, n, 'Master de mathématiques, parcours ' || n, '7', 2000 + n
		from unnest(${agents}::uuid[]) as id ${repeat(3)}`.execute(db());
	await sql`
		insert into training (agent_id, rank, label, from_date, to_date, hours, competence)
		select id, n, 'Évaluer par compétences, module ' || n || ' ' || md5(id::text || n),
			make_date(2010 + n, 1, 10), make_date(2010 + n, 1, 11), 12, 'Évaluation'
		from unnest(${agents}::uuid[]) as id ${repeat(12)}`.execute(db());
	await sql`
		insert into account (id, academie_code, agent_id, role, identifier, email, first_name, last_name)
		select account, '19', agent, 'enseignant', account::text, account || '@example.org', 'Anne', 'Sorel'
		from unnest(${accounts}::uuid[], ${agents}::uuid[]) as t (account, agent)`.execute(db());
	await sql`
		insert into session (id_hash, account_id, expires_at, ends_at, idle_seconds, device, factor,
			verified_at)
		select hash, account, now() + interval '1 day', now() + interval '30 days', 86400, 'Banc',
			'password', now()
		from unnest(${hashes}::text[], ${accounts}::uuid[]) as t (hash, account)`.execute(db());
	await sql`
		insert into personal_row (account_id, type, id, version, rev, body)
		select account, 'career-note', gen_random_uuid(), gen_random_uuid(), n, jsonb_build_object(
			'id', gen_random_uuid(), 'title', 'Note ' || n,
			'text', (select string_agg(md5(account::text || n || i), ' ') from generate_series(1, 12) as i))
		from unnest(${accounts}::uuid[]) as account ${repeat(8)}`.execute(db());
	await sql`
		insert into personal_row (account_id, type, id, version, rev, body)
		select account, 'personal-deadline', gen_random_uuid(), gen_random_uuid(), 10 + n,
			jsonb_build_object('id', gen_random_uuid(), 'title', 'Échéance ' || n,
				'date', '2027-01-15', 'done', false)
		from unnest(${accounts}::uuid[]) as account ${repeat(5)}`.execute(db());
	await sql`
		insert into sync_stream (stream, head)
		select 'user:' || account, 20 from unnest(${accounts}::uuid[]) as account`.execute(db());
	await sql`vacuum analyze`.execute(db());
	return teachers;
}
