/** The person's own pieces as their phones receive them: what is known of each, never its bytes. */
import { documentEntity } from '$lib/core/documents';
import { sql } from 'kysely';
import type { SyncSource } from '../sync';

const instant = (column: string) =>
	sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

export const documentSource: SyncSource = {
	entity: documentEntity,
	rows: (_stream, { id }) => sql`
		select d.id::text as id, d.rev, jsonb_build_object(
			'id', d.id, 'type', d.type, 'name', d.name, 'issuedOn', d.issued_on, 'endsOn', d.ends_on,
			'medical', d.medical, 'state', d.state, 'refusal', d.refusal, 'sha256', d.sha256,
			'bytes', d.bytes, 'pages', d.pages, 'version', d.version, 'replaces', d.replaces,
			'depositedAt', ${instant('d.deposited_at')},
			'campaigns', (
				select coalesce(jsonb_agg(f.campaign_ends_on order by f.filing), '[]')
				from document_filing f where f.document_id = d.id),
			'held', exists (
				select from document_hold h where h.document_id = d.id and h.lifted_at is null),
			'erasure', (
				select jsonb_build_object('askedAt', ${instant('e.asked_at')}, 'answer', e.answer,
					'outcome', case when e.answered_at is null then 'waiting' else 'refused' end)
				from erasure_request e where e.document_id = d.id)
		) as body
		from document d where d.account_id = ${id}::uuid`
};
