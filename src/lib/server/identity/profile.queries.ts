import { homeOf, type Role, type SessionUser } from '$lib/core/identity';
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
	readonly departement: string | null;
	readonly establishment: {
		readonly uai: string;
		readonly name: string;
		readonly city: string;
	} | null;
}

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
		departement: user.departement,
		establishment:
			user.uai && row.establishment && row.city
				? { uai: user.uai, name: row.establishment, city: row.city }
				: null
	};
}
