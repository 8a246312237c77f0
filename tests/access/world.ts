/** Who asks, and about whom: one academie and what lies beside it. None of them exists. */
import type { SessionUser } from '$lib/core/identity';
import { db } from '$lib/server/db';
import { openSession } from '$lib/server/identity';
import { sql } from 'kysely';
import { anAcademie, anAccount, anAgent, aSchool } from '../support/people';

/** Whose object it is, seen from the first teacher's school. */
export const relations = [
	'own',
	'same-school',
	'other-school',
	'other-departement',
	'left'
] as const;
export type Relation = (typeof relations)[number];

export interface Owner {
	readonly relation: Relation;
	readonly user: SessionUser;
	readonly agentId: string;
}

export interface Actor {
	readonly name: string;
	readonly user: SessionUser | null;
}

export interface World {
	readonly actors: readonly Actor[];
	readonly owners: readonly Owner[];
}

const schools = {
	own: { uai: '0519990A', departement: '051', academie: '19' },
	'same-school': { uai: '0519990A', departement: '051', academie: '19' },
	'other-school': { uai: '0519991B', departement: '051', academie: '19' },
	'other-departement': { uai: '0089992C', departement: '008', academie: '19' },
	left: { uai: '0449993D', departement: '044', academie: '17' }
} as const satisfies Record<Relation, unknown>;

export const departementOf = ({ relation }: Owner): string => schools[relation].departement;

async function anOwner(relation: Relation): Promise<Owner> {
	const school = schools[relation];
	await aSchool(school.uai, school.academie, school.departement);
	const agentId = await anAgent(`Sorel ${relation}`);
	await sql`update agent set uai = ${school.uai}, academie_code = ${school.academie}
		where id = ${agentId}`.execute(db());
	await sql`update assignment set uai = ${school.uai} where agent_id = ${agentId}`.execute(db());
	const user = await anAccount({ agentId, uai: school.uai, academie: school.academie });
	return { relation, user, agentId };
}

export async function aWorld(): Promise<World> {
	await anAcademie('19', 'Reims');
	await anAcademie('17', 'Nantes');
	const owners: Owner[] = [];
	for (const relation of relations) owners.push(await anOwner(relation));
	const teacher = (relation: Relation) => owners.find((one) => one.relation === relation)!.user;
	const staff = anAccount;
	const here = schools.own;
	const there = schools['other-departement'];
	return {
		owners,
		actors: [
			{ name: 'personne', user: null },
			{ name: 'enseignante', user: teacher('own') },
			{ name: 'collègue', user: teacher('same-school') },
			{ name: 'enseignant d’ailleurs', user: teacher('other-departement') },
			{ name: 'cheffe', user: await staff({ role: 'chef', uai: here.uai }) },
			{ name: 'chef d’ailleurs', user: await staff({ role: 'chef', uai: there.uai }) },
			{
				name: 'gestionnaire',
				user: await staff({ role: 'gestionnaire', departement: here.departement })
			},
			{
				name: 'gestionnaire d’ailleurs',
				user: await staff({ role: 'gestionnaire', departement: there.departement })
			},
			{ name: 'médecin-conseil', user: await staff({ role: 'medecin' }) },
			{ name: 'correspondant EPS', user: await staff({ role: 'correspondant-eps' }) },
			{ name: 'DPO', user: await staff({ role: 'dpo' }) },
			{ name: 'administratrice', user: await staff({ role: 'admin' }) }
		]
	};
}

/** A session of its own for each request: none suffers from what another one did. */
export const sessionOf = (user: SessionUser, at = new Date()): Promise<string> =>
	openSession(user, { factor: 'totp', at, device: 'Firefox sur Linux' });
