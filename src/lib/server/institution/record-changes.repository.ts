import { sql } from 'kysely';
import { db } from '../db';

export interface RecordChange {
	readonly agentId: string;
	readonly accountId: string;
	readonly at: Date;
}

/** Records that the file changed after their owner already had an account. */
export async function recordsChangedBetween(span: {
	readonly after: Date;
	readonly until: Date;
}): Promise<RecordChange[]> {
	const { rows } = await sql<RecordChange>`
		select g.id as "agentId", a.id as "accountId", g.record_updated_at as at
		from agent g join account a on a.agent_id = g.id
		where g.record_updated_at > ${span.after} and g.record_updated_at <= ${span.until}
			and a.created_at < g.record_updated_at and a.disabled_at is null`.execute(db());
	return rows;
}
