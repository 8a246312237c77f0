import { db } from '../db';
import type { StoredRow } from '../sync';

export interface NewCareerReport {
	readonly id: string;
	readonly accountId: string;
	readonly agentId: string;
	readonly subject: string;
	readonly message: string;
	readonly version: string;
	readonly rev: number;
}

export async function insertReport(report: NewCareerReport): Promise<void> {
	const { accountId, agentId, ...rest } = report;
	await db()
		.insertInto('career_report')
		.values({ ...rest, account_id: accountId, agent_id: agentId })
		.execute();
}

export async function findReport(accountId: string, id: string): Promise<StoredRow | null> {
	const row = await db()
		.selectFrom('career_report')
		.select(['id', 'subject', 'message', 'version', 'created_at', 'rev'])
		.where('account_id', '=', accountId)
		.where('id', '=', id)
		.executeTakeFirst();
	if (!row) return null;
	const { created_at: createdAt, rev, ...body } = row;
	return { rev, body: { ...body, receivedAt: createdAt.toISOString() } };
}
