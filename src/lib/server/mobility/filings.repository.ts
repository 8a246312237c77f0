/** Frozen copies of deposits. */
import { createHash } from 'node:crypto';
import { db, prepared } from '../db';

export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

export async function nextRank(requestId: string): Promise<number> {
	const { filings } = await db()
		.selectFrom('mobility_filing')
		.modifyFront(prepared)
		.select((select) => select.fn.countAll<number>().as('filings'))
		.where('request_id', '=', requestId)
		.executeTakeFirstOrThrow();
	return Number(filings) + 1;
}

export async function insertFiling(filing: {
	readonly requestId: string;
	readonly rank: number;
	readonly at: Date;
	readonly content: string;
}): Promise<void> {
	const { requestId, rank, at, content } = filing;
	await db()
		.insertInto('mobility_filing')
		.values({ request_id: requestId, rank, filed_at: at, content, sha256: digestOf(content) })
		.modifyEnd(prepared)
		.execute();
}

const columns = ['f.id', 'f.rank', 'f.filed_at as filedAt', 'f.content', 'f.sha256'] as const;

/** By its unguessable name, with the state its request has reached since. */
export const findFiling = (id: string) =>
	db()
		.selectFrom('mobility_filing as f')
		.innerJoin('mobility_request as r', 'r.id', 'f.request_id')
		.select(columns)
		.select(['r.state', 'r.account_id as accountId', 'r.id as requestId'])
		.select((select) =>
			select
				.selectFrom('mobility_filing as g')
				.select((inner) => inner.fn.max('g.rank').as('rank'))
				.whereRef('g.request_id', '=', 'f.request_id')
				.as('latestRank')
		)
		.where('f.id', '=', id)
		.executeTakeFirst();

export const latestFiling = (requestId: string) =>
	db()
		.selectFrom('mobility_filing as f')
		.select(columns)
		.where('f.request_id', '=', requestId)
		.orderBy('f.rank', 'desc')
		.limit(1)
		.executeTakeFirst();
