/** Whom an audience is, among the accounts that are open: what a published text concerns. */
import type { Audience } from '$lib/core/notifications';
import { sql, type RawBuilder } from 'kysely';
import { db } from '../db';

const among = (column: RawBuilder<unknown>, values: readonly string[] | undefined) =>
	values === undefined ? sql`true` : sql`${column} = any(${[...values]}::text[])`;

/** The same criteria as `concerns`, for everybody at once. */
const concerned = (audience: Audience) => sql`
	from account a
	left join agent g on g.id = a.agent_id
	left join establishment e on e.uai = coalesce(g.uai, a.uai)
	where a.disabled_at is null
		and ${among(sql`a.academie_code`, audience.academies)}
		and ${among(sql`coalesce(e.departement, a.departement)`, audience.departements)}
		and ${among(sql`g.corps`, audience.corps)}
		and ${among(sql`g.discipline`, audience.disciplines)}
		and ${among(sql`e.uai`, audience.establishments)}
		and ${among(sql`a.role`, audience.roles)}`;

export async function countConcerned(audience: Audience): Promise<number> {
	const { rows } = await sql<{ count: number }>`
		select count(*) as count ${concerned(audience)}`.execute(db());
	return rows[0]!.count;
}

/** All of them, or one account when it is one of them. */
export async function everyConcerned(audience: Audience, only: string | null): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		select a.id ${concerned(audience)}
			and (${only}::uuid is null or a.id = ${only}::uuid)`.execute(db());
	return rows.map(({ id }) => id);
}

/** Account ids in order, after the last one already seen. */
export async function concernedAfter(
	audience: Audience,
	page: { readonly after: string | null; readonly limit: number }
): Promise<string[]> {
	const after = page.after ?? '00000000-0000-0000-0000-000000000000';
	const { rows } = await sql<{ id: string }>`
		select a.id ${concerned(audience)} and a.id > ${after}::uuid
		order by a.id limit ${page.limit}`.execute(db());
	return rows.map(({ id }) => id);
}
