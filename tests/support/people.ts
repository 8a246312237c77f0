/** People and places for tests, written straight into the tables. None of them exists. */
import type { Role, SessionUser } from '$lib/core/identity';
import { db } from '$lib/server/db';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';

export async function anAcademie(code = '19', name = 'Reims'): Promise<string> {
	await db()
		.insertInto('academie')
		.values({ code, name, settings: JSON.stringify({}) as never })
		.onConflict((conflict) => conflict.column('code').doNothing())
		.execute();
	return code;
}

/** A school, unless it is there already. */
export async function aSchool(uai: string, academie: string, departement = '051'): Promise<void> {
	await sql`
		insert into establishment (uai, academie_code, departement, kind, name, city, postal_code)
		values (${uai}, ${academie}, ${departement}, 'college', 'Collège des Essais', 'Épernay', '51200')
		on conflict do nothing`.execute(db());
}

/** A teacher whose record the HR file has given, without an account yet. */
export async function anAgent(lastName = 'Sorel'): Promise<string> {
	const id = randomUUID();
	const academie = await anAcademie();
	await aSchool('0519999A', academie);
	await sql`
		insert into agent (id, academie_code, numen_digest, civility, last_name, first_name, corps,
			grade, echelon, echelon_since, uai, content_digest, record_updated_at)
		values (${id}, ${academie}, ${id}, 'Mme', ${lastName}, 'Anne', 'certifie', 'classe-normale',
			8, '2025-03-01', '0519999A', 'x', '2026-09-01T00:00:00Z')`.execute(db());
	await sql`
		insert into assignment (agent_id, rank, uai, nature, from_date)
		values (${id}, 1, '0519999A', 'titulaire', '2019-09-01')`.execute(db());
	return id;
}

export async function anAccount(
	options: {
		role?: Role;
		agentId?: string | null;
		uai?: string | null;
		departement?: string | null;
		academie?: string;
	} = {}
): Promise<SessionUser> {
	const id = randomUUID();
	const { role = 'enseignant', agentId = null, uai = null, departement = null } = options;
	const academie = options.academie ?? (await anAcademie());
	if (uai) await aSchool(uai, academie);
	await sql`
		insert into account (id, academie_code, agent_id, role, identifier, email, first_name, last_name,
			uai, departement)
		values (${id}, ${academie}, ${agentId}, ${role}, ${id}, ${`${id}@example.org`}, 'Anne', 'Sorel',
			${uai}, ${departement})`.execute(db());
	return {
		...{ id, role, academie, agentId, uai, departement },
		...{ firstName: 'Anne', lastName: 'Sorel' }
	};
}

export const aTeacher = async (): Promise<SessionUser> => anAccount({ agentId: await anAgent() });
