/** What a manager reads: the queue, oldest first, a whole file, and how the work stands. */
import type { RequestState } from '$lib/core/mobility';
import { sql } from 'kysely';
import { db } from '../db';
import { contestsOf } from './contests.repository';
import { decisionsOf } from './decisions.repository';
import { latestFiling } from './filings.repository';
import { pieceRequestsOf } from './pieces.usecases';

export const QUEUE_PAGE = 50;

export interface QueueFilter {
	readonly academie: string;
	readonly campaign: string | null;
	readonly state: RequestState | null;
	/** Only those that wait for a paper. */
	readonly waiting: boolean;
	/** Part of a name, or a request's number. */
	readonly text: string;
	readonly page: number;
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&');

function filtered({ academie, campaign, state, waiting, text }: QueueFilter) {
	let query = db().selectFrom('mobility_request as r').where('r.academie_code', '=', academie);
	if (campaign) query = query.where('r.campaign_id', '=', campaign);
	if (state) query = query.where('r.state', '=', state);
	const awaited = sql<boolean>`exists (select 1 from mobility_piece_request p
		where p.request_id = r.id and p.answered_at is null)`;
	if (waiting) query = query.where(awaited);
	const number = /^(?:M-)?0*(\d+)$/i.exec(text)?.[1];
	if (number) query = query.where('r.number', '=', Number(number));
	else if (text) query = query.where('r.last_name', 'ilike', `%${escapeLike(text)}%`);
	return query;
}

export const queue = (filter: QueueFilter) =>
	filtered(filter)
		.innerJoin('mobility_campaign as c', 'c.id', 'r.campaign_id')
		.select(['r.id', 'r.number', 'r.first_name as firstName', 'r.last_name as lastName'])
		.select(['r.state', 'r.reached_at as reachedAt', 'r.filed_at as filedAt', 'c.label'])
		.select(
			sql<number>`(select count(*) from mobility_piece_request p
				where p.request_id = r.id and p.answered_at is null)`.as('awaited')
		)
		.orderBy('r.reached_at')
		.orderBy('r.number')
		.limit(QUEUE_PAGE + 1)
		.offset(filter.page * QUEUE_PAGE)
		.execute();

export type QueueLine = Awaited<ReturnType<typeof queue>>[number];

/** Every file of the service, for a spreadsheet. */
export const exportLines = (academie: string) =>
	db()
		.selectFrom('mobility_request as r')
		.innerJoin('mobility_campaign as c', 'c.id', 'r.campaign_id')
		.select(['r.number', 'r.first_name as firstName', 'r.last_name as lastName', 'c.label'])
		.select(['r.state', 'r.reached_at as reachedAt'])
		.where('r.academie_code', '=', academie)
		.orderBy('r.number')
		.execute();

export type ExportLine = Awaited<ReturnType<typeof exportLines>>[number];

export async function countExportLines(academie: string): Promise<number> {
	const { files } = await db()
		.selectFrom('mobility_request')
		.select(({ fn }) => fn.countAll<number>().as('files'))
		.where('academie_code', '=', academie)
		.executeTakeFirstOrThrow();
	return Number(files);
}

export interface DeskFigures {
	readonly states: ReadonlyMap<RequestState, number>;
	readonly transmitted: number;
	/** Verified without a paper having been asked for. */
	readonly completeAtFirst: number;
	readonly verified: number;
	/** Between the signature and the verification. */
	readonly medianDays: number | null;
}

export async function figures(academie: string, campaign: string | null): Promise<DeskFigures> {
	const scope = sql`r.academie_code = ${academie} and (${campaign}::uuid is null
		or r.campaign_id = ${campaign}::uuid)`;
	const { rows: states } = await sql<{ state: RequestState; files: number }>`
		select r.state, count(*) as files from mobility_request r where ${scope} group by r.state`.execute(
		db()
	);
	const { rows } = await sql<{
		transmitted: number;
		verified: number;
		complete: number;
		days: number | null;
	}>`
		select count(*) filter (where t.signed is not null) as transmitted,
			count(*) filter (where t.verified is not null) as verified,
			count(*) filter (where t.verified is not null and not t.asked) as complete,
			(percentile_cont(0.5) within group (order by extract(epoch from t.verified - t.signed))
				/ 86400)::float8 as days
		from (
			select (select max(at) from mobility_event e
					where e.request_id = r.id and e.action = 'signer') as signed,
				(select max(at) from mobility_event e
					where e.request_id = r.id and e.action = 'verifier-les-pieces') as verified,
				exists (select 1 from mobility_piece_request p where p.request_id = r.id) as asked
			from mobility_request r where ${scope}) as t`.execute(db());
	const { transmitted, verified, complete, days } = rows[0]!;
	return {
		states: new Map(states.map(({ state, files }) => [state, Number(files)])),
		transmitted: Number(transmitted),
		verified: Number(verified),
		completeAtFirst: Number(complete),
		medianDays: days === null ? null : Math.round(Number(days) * 10) / 10
	};
}

export const historyOf = (requestId: string) =>
	db()
		.selectFrom('mobility_event')
		.select(['rank', 'at', 'action', 'state', 'hand', 'note'])
		.where('request_id', '=', requestId)
		.orderBy('rank')
		.execute();

/** Everything of one file that the desk shows beside the request itself. */
export async function fileParts(requestId: string) {
	const [decisions, contests, pieces, history, filing] = [
		await decisionsOf(requestId),
		await contestsOf(requestId),
		await pieceRequestsOf(requestId),
		await historyOf(requestId),
		await latestFiling(requestId)
	];
	return { decisions, contests, pieces, history, filing: filing ?? null };
}
