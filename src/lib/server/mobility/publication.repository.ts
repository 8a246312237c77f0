import type { Outcome, RequestState } from '$lib/core/mobility';
import { sql } from 'kysely';
import { db, insertMany } from '../db';

export interface PreparedLine {
	readonly line: number;
	readonly number: number | null;
	readonly outcome: Outcome | null;
	readonly place: string | null;
	readonly problem: string | null;
}

export async function insertPublication(
	publication: {
		readonly id: string;
		readonly campaignId: string;
		readonly preparedBy: string;
		readonly preparedAt: Date;
		readonly sha256: string;
	},
	lines: readonly PreparedLine[]
): Promise<void> {
	await db()
		.insertInto('mobility_publication')
		.values({
			id: publication.id,
			campaign_id: publication.campaignId,
			prepared_by: publication.preparedBy,
			prepared_at: publication.preparedAt,
			sha256: publication.sha256,
			signed_by: null,
			published_at: null
		})
		.execute();
	for (let from = 0; from < lines.length; from += 5000) {
		await insertMany(
			'mobility_publication_line',
			{
				publication_id: ['uuid', () => publication.id],
				line: ['integer', (line) => line.line],
				number: ['bigint', (line) => line.number],
				outcome: ['text', (line) => line.outcome],
				place: ['text', (line) => line.place],
				problem: ['text', (line) => line.problem]
			},
			lines.slice(from, from + 5000)
		);
	}
}

export interface Candidate {
	readonly number: number;
	readonly state: RequestState;
	readonly voeux: readonly string[];
}

export const candidatesOf = (campaignId: string): Promise<Candidate[]> =>
	db()
		.selectFrom('mobility_request')
		.select(['number', 'state', 'voeux'])
		.where('campaign_id', '=', campaignId)
		.execute();

const columns = [
	'p.id',
	'p.campaign_id as campaignId',
	'p.prepared_by as preparedBy',
	'p.prepared_at as preparedAt',
	'p.sha256',
	'p.signed_by as signedBy',
	'p.published_at as publishedAt'
] as const;

export const findPublication = (id: string) =>
	db()
		.selectFrom('mobility_publication as p')
		.innerJoin('mobility_campaign as c', 'c.id', 'p.campaign_id')
		.select(columns)
		.select(['c.academie_code as academie', 'c.label'])
		.where('p.id', '=', id)
		.forUpdate('p')
		.executeTakeFirst();

export const publicationsOf = (campaignId: string) =>
	db()
		.selectFrom('mobility_publication as p')
		.select(columns)
		.where('p.campaign_id', '=', campaignId)
		.orderBy('p.prepared_at', 'desc')
		.execute();

/** How many lines of each outcome, and the first problems. */
export async function rehearsalOf(id: string) {
	const counts = await db()
		.selectFrom('mobility_publication_line')
		.select('outcome')
		.select((select) => select.fn.countAll<number>().as('lines'))
		.where('publication_id', '=', id)
		.where('problem', 'is', null)
		.groupBy('outcome')
		.execute();
	const problems = await db()
		.selectFrom('mobility_publication_line')
		.select(['line', 'number', 'problem'])
		.where('publication_id', '=', id)
		.where('problem', 'is not', null)
		.orderBy('line')
		.limit(100)
		.execute();
	return { counts, problems };
}

/**
 * Requests that wait for a result and are not on exactly one sound line, and lines that are not of
 * such a request. A full join is hashed whatever the planner knows of rows written a moment ago.
 */
export async function unreadyLines(id: string, campaignId: string): Promise<number> {
	const { rows } = await sql<{ unready: number }>`
		select count(*) as unready
		from (select number, problem from mobility_publication_line
			where publication_id = ${id}::uuid) l
		full join (select number from mobility_request
			where campaign_id = ${campaignId}::uuid and state = 'commission') r on r.number = l.number
		where l.problem is not null or l.number is null or r.number is null`.execute(db());
	return Number(rows[0]!.unready);
}

export async function markPublished(
	id: string,
	by: { readonly id: string; readonly at: Date }
): Promise<void> {
	await db()
		.updateTable('mobility_publication')
		.set({ signed_by: by.id, published_at: by.at })
		.where('id', '=', id)
		.execute();
}

/** Every result at once: rows, history, and a revision on each person's stream, in sorted order. */
export async function publishLines(
	publication: { readonly id: string; readonly campaignId: string },
	by: { readonly id: string; readonly at: Date }
): Promise<{ accountId: string; outcome: Outcome }[]> {
	const { id, campaignId } = publication;
	await sql`
		insert into mobility_result (request_id, publication_id, outcome, place)
		select r.id, l.publication_id, l.outcome, l.place
		from mobility_publication_line l
		join mobility_request r on r.number = l.number and r.campaign_id = ${campaignId}::uuid
		where l.publication_id = ${id}::uuid`.execute(db());
	// Thousands of rows that the planner still counts as none.
	await sql`analyze mobility_result`.execute(db());
	await sql`
		insert into mobility_event (request_id, rank, at, action, state, hand, actor_id, note)
		select t.request_id, (select count(*) + 1 from mobility_event e
			where e.request_id = t.request_id), ${by.at}, 'publier-le-resultat', 'resultat',
			'gestionnaire', ${by.id}::uuid, null
		from mobility_result t where t.publication_id = ${id}::uuid`.execute(db());
	const { rows } = await sql<{ accountId: string; outcome: Outcome }>`
		with heads as (
			insert into sync_stream (stream, head)
			select 'user:' || r.account_id, 1
			from mobility_result t join mobility_request r on r.id = t.request_id
			where t.publication_id = ${id}::uuid
			order by 1
			on conflict (stream) do update set head = sync_stream.head + 1
			returning stream, head)
		update mobility_request r
		set state = 'resultat', reached_at = ${by.at}, version = gen_random_uuid(), rev = h.head
		from mobility_result t, heads h
		where t.request_id = r.id and t.publication_id = ${id}::uuid
			and h.stream = 'user:' || r.account_id
		returning r.account_id as "accountId", t.outcome`.execute(db());
	return rows;
}
