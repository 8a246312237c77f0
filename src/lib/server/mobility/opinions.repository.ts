import type { OpinionVerdict } from '$lib/core/mobility';
import type { SessionUser } from '$lib/core/identity';
import { sql } from 'kysely';
import { db } from '../db';

const columns = [
	...(['id', 'account_id as accountId', 'academie_code as academie', 'uai'] as const),
	...(['first_name as firstName', 'last_name as lastName', 'route', 'target'] as const),
	...(['asked_at as askedAt', 'verdict', 'words', 'given_at as givenAt'] as const)
] as const;

/** False when this person already waits for an opinion on this route. */
export async function insertOpinion(asked: {
	readonly id: string;
	readonly user: SessionUser;
	readonly uai: string;
	readonly route: string;
	readonly target: string;
	readonly at: Date;
	readonly rev: number;
}): Promise<boolean> {
	const { id, user, uai, route, target, at, rev } = asked;
	const row = await db()
		.insertInto('mobility_opinion')
		.values({
			...{ id, account_id: user.id, academie_code: user.academie, uai },
			...{ first_name: user.firstName, last_name: user.lastName },
			...{ route, target, asked_at: at, rev }
		})
		.onConflict((conflict) => conflict.doNothing())
		.returning('id')
		.executeTakeFirst();
	return row !== undefined;
}

export const findOpinion = (id: string) =>
	db().selectFrom('mobility_opinion').select(columns).where('id', '=', id).executeTakeFirst();

/** What this school was asked, those who wait first, oldest first. */
export const opinionsOfSchool = (uai: string, academie: string) =>
	db()
		.selectFrom('mobility_opinion')
		.select(columns)
		.where('uai', '=', uai)
		.where('academie_code', '=', academie)
		.orderBy('verdict', (order) => order.asc().nullsFirst())
		.orderBy('asked_at')
		.limit(200)
		.execute();

/** False when it was given meanwhile. */
export async function storeOpinion(
	id: string,
	given: { verdict: OpinionVerdict; words: string; by: string; at: Date; rev: number }
): Promise<boolean> {
	const { numUpdatedRows } = await db()
		.updateTable('mobility_opinion')
		.set({ verdict: given.verdict, words: given.words, given_by: given.by, given_at: given.at })
		.set({ version: sql`gen_random_uuid()`, rev: given.rev })
		.where('id', '=', id)
		.where('verdict', 'is', null)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}
