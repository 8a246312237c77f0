import { homeOf, type Role, type SessionUser, type Thing } from '$lib/core/identity';
import { academies } from '$lib/data/academies';
import { db } from '../db';

/** What a person sees of themselves: name, function, perimeter. */
export interface Profile {
	readonly accountId: string;
	readonly role: Role;
	readonly firstName: string;
	readonly lastName: string;
	readonly home: string;
	readonly agentId: string | null;
	readonly academie: { readonly code: string; readonly name: string };
	readonly departement: { readonly code: string; readonly name: string } | null;
	readonly establishment: {
		readonly uai: string;
		readonly name: string;
		readonly city: string;
	} | null;
}

const names = new Map(
	academies.flatMap(({ departements }) => departements).map(({ code, name }) => [code, name])
);

/** Files write the mainland's codes on three characters: `051` is Marne. */
const departementOf = (code: string) => ({
	code,
	name: names.get(code) ?? names.get(code.replace(/^0/, '')) ?? code
});

export async function profileOf(user: SessionUser): Promise<Profile> {
	const row = await db()
		.selectFrom('academie as c')
		.leftJoin('establishment as e', (join) => join.on('e.uai', '=', user.uai))
		.select(['c.name as academie', 'e.name as establishment', 'e.city'])
		.where('c.code', '=', user.academie)
		.executeTakeFirstOrThrow();
	return {
		accountId: user.id,
		role: user.role,
		firstName: user.firstName,
		lastName: user.lastName,
		home: homeOf(user.role),
		agentId: user.agentId,
		academie: { code: user.academie, name: row.academie },
		departement: user.departement ? departementOf(user.departement) : null,
		establishment:
			user.uai && row.establishment && row.city
				? { uai: user.uai, name: row.establishment, city: row.city }
				: null
	};
}

/** Where the person of a file works: what bounds who may open it. */
export async function scopeOfAgent(agentId: string): Promise<Thing | undefined> {
	const row = await db()
		.selectFrom('agent as g')
		.leftJoin('establishment as e', 'e.uai', 'g.uai')
		.select(['g.academie_code as academie', 'g.uai', 'e.departement'])
		.where('g.id', '=', agentId)
		.where('g.left_at', 'is', null)
		.executeTakeFirst();
	return row && { ...row, agentId };
}
