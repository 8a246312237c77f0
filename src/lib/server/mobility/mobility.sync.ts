/** What travels between the mobility room and the phones. */
import {
	appealResult,
	cancelRequest,
	contestBareme,
	fileRequest,
	openCampaignEntity,
	reopenRequest,
	requestFileEntity
} from '$lib/core/mobility';
import type { Result } from '$lib/core/shared';
import { sql } from 'kysely';
import { db, prepared } from '../db';
import type { ActTarget, StoredRow, SyncSource } from '../sync';
import { campaignRows } from './campaigns.repository';
import { appeal, cancel, contest, file, reopen, type Deposit } from './owner-acts.usecases';

export const campaignSource: SyncSource = {
	entity: openCampaignEntity,
	rows: (_stream, { academie }) => campaignRows(academie)
};

const instant = (column: string) =>
	sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Of `mobility_request r`. A result is there only once published: nothing prepared ever travels. */
const requestBody = sql`
	jsonb_build_object('id', r.id, 'campaign', r.campaign_id, 'number', r.number, 'state', r.state,
		'answers', r.answers, 'voeux', r.voeux, 'version', r.version,
		'history', (
			select coalesce(jsonb_agg(jsonb_build_object('at', ${instant('e.at')}, 'action', e.action,
				'state', e.state, 'hand', e.hand, 'note', e.note) order by e.rank), '[]')
			from mobility_event e where e.request_id = r.id),
		'receipts', (
			select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'rank', f.rank,
				'at', ${instant('f.filed_at')}, 'sha256', f.sha256) order by f.rank), '[]')
			from mobility_filing f where f.request_id = r.id),
		'initial', r.initial_bareme, 'final', r.final_bareme,
		'contests', (
			select coalesce(jsonb_agg(jsonb_build_object('rule', c.rule, 'grounds', c.grounds,
				'at', ${instant('c.at')}, 'accepted', c.accepted, 'answer', c.answer)
				order by c.rule), '[]')
			from mobility_contest c where c.request_id = r.id),
		'pieces', (
			select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'piece', p.piece,
				'message', p.message, 'askedAt', ${instant('p.asked_at')}, 'dueOn', p.due_on,
				'answeredAt', ${instant('p.answered_at')}) order by p.asked_at), '[]')
			from mobility_piece_request p where p.request_id = r.id),
		'result', (
			select jsonb_build_object('outcome', t.outcome, 'place', t.place,
				'at', ${instant('b.published_at')})
			from mobility_result t join mobility_publication b on b.id = t.publication_id
			where t.request_id = r.id))`;

export const requestSource: SyncSource = {
	entity: requestFileEntity,
	rows: (_stream, { id }) => sql`
		select r.id::text as id, r.rev, ${requestBody} as body
		from mobility_request r where r.account_id = ${id}::uuid`
};

/** What each kind of mutation asks for. */
const acts: Readonly<
	Record<string, (act: Parameters<ActTarget['act']>[0]) => Promise<Result<unknown>>>
> = {
	[fileRequest.kind]: (act) => file(act, act.args as Deposit),
	[reopenRequest.kind]: (act) => reopen(act, act.rowId),
	[cancelRequest.kind]: (act) => cancel(act, act.rowId),
	[contestBareme.kind]: (act) =>
		contest(act, act.rowId, (act.args as { lines: { rule: string; grounds: string }[] }).lines),
	[appealResult.kind]: (act) => appeal(act, act.rowId, (act.args as { grounds: string }).grounds)
};

export const requestTarget: ActTarget = {
	entity: requestFileEntity,
	read: async ({ id: account }, id) => {
		const { rows } = await sql<StoredRow>`${prepared}
			select r.rev, ${requestBody} as body from mobility_request r
			where r.id = ${id}::uuid and r.account_id = ${account}::uuid`.execute(db());
		return rows[0] ?? null;
	},
	act: async (act) => {
		const done = await acts[act.kind]?.(act);
		return done?.ok ? null : (done?.error.code ?? 'sync.unknown-mutation');
	}
};
