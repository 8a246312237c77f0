import { careerReportEntity } from '$lib/core/career';
import { sql } from 'kysely';
import type { SyncSource } from '../sync';

export const careerReportSource: SyncSource = {
	entity: careerReportEntity,
	rows: (_stream, { id }) => sql`
		select r.id::text as id, r.rev, jsonb_build_object(
			'id', r.id, 'subject', r.subject, 'message', r.message,
			'receivedAt', to_char(r.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
		) as body
		from career_report r where r.account_id = ${id}::uuid`
};
