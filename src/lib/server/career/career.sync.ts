import {
	careerNoteEntity,
	careerReportEntity,
	careerSimulationEntity,
	cvEntryEntity,
	type CareerReport
} from '$lib/core/career';
import { sql } from 'kysely';
import { personalRows, type SyncSource, type RowTarget } from '../sync';
import { findReport, insertReport } from './career-report.repository';

export const careerReportSource: SyncSource = {
	entity: careerReportEntity,
	rows: (_stream, { id }) => sql`
		select r.id::text as id, r.rev, jsonb_build_object(
			'id', r.id, 'subject', r.subject, 'message', r.message, 'version', r.version,
			'receivedAt', to_char(r.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
		) as body
		from career_report r where r.account_id = ${id}::uuid`
};

export const careerReportTarget: RowTarget = {
	entity: careerReportEntity,
	read: (user, id) => findReport(user.id, id),
	write: async (user, id, { rev, body }) => {
		const { subject, message, version } = body as unknown as CareerReport & { version: string };
		const agentId = user.agentId!;
		await insertReport({ id, accountId: user.id, agentId, subject, message, version, rev });
	},
	refuse: ({ agentId }) => (agentId ? null : 'career.no-record')
};

/** What a person writes for themselves in this room. */
export const careerPersonal = [careerNoteEntity, careerSimulationEntity, cvEntryEntity].map(
	personalRows
);
