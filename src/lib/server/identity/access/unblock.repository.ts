import { db } from '../../db';

export interface NewUnblockRequest {
	readonly id: string;
	readonly accountId: string;
	readonly reason: string;
	readonly days: number;
	readonly at: Date;
}

/** Keeps one request in waiting per account. */
export async function insertUnblockRequest(request: NewUnblockRequest): Promise<void> {
	await db()
		.insertInto('unblock_request')
		.values({
			id: request.id,
			account_id: request.accountId,
			reason: request.reason,
			days: request.days,
			asked_at: request.at,
			decided_by: null,
			decided_at: null,
			granted_until: null
		})
		.onConflict((row) => row.column('account_id').where('decided_at', 'is', null).doNothing())
		.execute();
}

/** By identifier only: those who unblock read nothing of the person. */
export const waitingUnblockRequests = (academie: string) =>
	db()
		.selectFrom('unblock_request as r')
		.innerJoin('account as a', 'a.id', 'r.account_id')
		.select(['r.id', 'a.identifier', 'r.reason', 'r.days', 'r.asked_at'])
		.where('a.academie_code', '=', academie)
		.where('r.decided_at', 'is', null)
		.orderBy('r.asked_at')
		.execute();

export const findUnblockRequest = (id: string) =>
	db()
		.selectFrom('unblock_request as r')
		.innerJoin('account as a', 'a.id', 'r.account_id')
		.select(['r.account_id', 'r.days', 'a.academie_code as academie'])
		.where('r.id', '=', id)
		.where('r.decided_at', 'is', null)
		.executeTakeFirst();

/** True for one decision only. */
export async function decideUnblock(
	id: string,
	decision: { by: string; at: Date; until: Date | null }
): Promise<boolean> {
	const row = await db()
		.updateTable('unblock_request')
		.set({ decided_by: decision.by, decided_at: decision.at, granted_until: decision.until })
		.where('id', '=', id)
		.where('decided_at', 'is', null)
		.returning('id')
		.executeTakeFirst();
	return row !== undefined;
}

/** May this account sign in from abroad for now? */
export async function isUnblocked(accountId: string, now: Date): Promise<boolean> {
	const row = await db()
		.selectFrom('unblock_request')
		.select('id')
		.where('account_id', '=', accountId)
		.where('granted_until', '>', now)
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}
