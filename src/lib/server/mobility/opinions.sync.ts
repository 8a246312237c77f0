/** The opinions a person has asked for, as their phone reads them. */
import { askOpinion, headOpinionEntity } from '$lib/core/mobility';
import { sql } from 'kysely';
import { db } from '../db';
import type { ActTarget, StoredRow, SyncSource } from '../sync';
import { askHead, type Question } from './opinions.usecases';

const instant = (column: string) =>
	sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Of `mobility_opinion o`. */
const body = sql`
	jsonb_build_object('id', o.id, 'route', o.route, 'target', o.target, 'version', o.version,
		'askedAt', ${instant('o.asked_at')}, 'verdict', o.verdict, 'words', o.words,
		'givenAt', ${instant('o.given_at')})`;

export const opinionSource: SyncSource = {
	entity: headOpinionEntity,
	rows: (_stream, { id }) => sql`
		select o.id::text as id, o.rev, ${body} as body
		from mobility_opinion o where o.account_id = ${id}::uuid`
};

export const opinionTarget: ActTarget = {
	entity: headOpinionEntity,
	read: async ({ id: account }, id) => {
		const { rows } = await sql<StoredRow>`
			select o.rev, ${body} as body from mobility_opinion o
			where o.id = ${id}::uuid and o.account_id = ${account}::uuid`.execute(db());
		return rows[0] ?? null;
	},
	act: async (act) => {
		if (act.kind !== askOpinion.kind) return 'sync.unknown-mutation';
		const done = await askHead(act, act.args as Question);
		return done.ok ? null : done.error.code;
	}
};
