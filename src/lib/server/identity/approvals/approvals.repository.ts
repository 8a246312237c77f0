import { approvalRules, type ApprovalKind } from '$lib/core/identity';
import { db } from '../../db';

export interface NewApproval {
	readonly id: string;
	readonly academie: string;
	readonly kind: ApprovalKind;
	readonly subject: string;
	readonly reason: string;
	readonly askedBy: string;
	readonly at: Date;
}

export async function insertApproval(approval: NewApproval): Promise<void> {
	await db()
		.insertInto('approval')
		.values({
			id: approval.id,
			academie_code: approval.academie,
			kind: approval.kind,
			subject: approval.subject,
			reason: approval.reason,
			asked_by: approval.askedBy,
			asked_at: approval.at,
			expires_at: new Date(approval.at.getTime() + approvalRules.lifetimeSeconds * 1000),
			decided_by: null,
			decided_at: null,
			approved: null,
			used_at: null
		})
		.execute();
}

/** Requests of an académie that still wait for someone, oldest first. */
export const waitingApprovals = (academie: string, now: Date) =>
	db()
		.selectFrom('approval as p')
		.innerJoin('account as a', 'a.id', 'p.asked_by')
		.select(['p.id', 'p.kind', 'p.subject', 'p.reason', 'p.asked_at', 'p.asked_by'])
		.select(['a.first_name', 'a.last_name', 'a.role'])
		.where('p.academie_code', '=', academie)
		.where('p.decided_at', 'is', null)
		.where('p.expires_at', '>', now)
		.orderBy('p.asked_at')
		.execute();

/** Someone's own requests that can still serve, latest first. */
export const ownApprovals = (accountId: string, now: Date) =>
	db()
		.selectFrom('approval')
		.select(['id', 'kind', 'subject', 'reason', 'asked_at', 'approved'])
		.where('asked_by', '=', accountId)
		.where('used_at', 'is', null)
		.where('expires_at', '>', now)
		.orderBy('asked_at', 'desc')
		.execute();

export interface Decision {
	readonly id: string;
	readonly by: string;
	readonly academie: string;
	readonly approved: boolean;
	readonly at: Date;
}

/** Decides once, and never on one's own request; gives back what was decided on. */
export const decide = ({ id, by, academie, approved, at }: Decision) =>
	db()
		.updateTable('approval')
		.set({ decided_by: by, decided_at: at, approved })
		.where('id', '=', id)
		.where('academie_code', '=', academie)
		.where('asked_by', '!=', by)
		.where('decided_at', 'is', null)
		.where('expires_at', '>', at)
		.returning(['kind', 'subject', 'asked_by'])
		.executeTakeFirst();

/** True once: for the person who asked, and for exactly what was agreed to. */
export async function spend(
	use: { id: string; askedBy: string; kind: ApprovalKind; subject: string },
	now: Date
): Promise<boolean> {
	const row = await db()
		.updateTable('approval')
		.set({ used_at: now })
		.where('id', '=', use.id)
		.where('asked_by', '=', use.askedBy)
		.where('kind', '=', use.kind)
		.where('subject', '=', use.subject)
		.where('approved', '=', true)
		.where('used_at', 'is', null)
		.where('expires_at', '>', now)
		.returning('id')
		.executeTakeFirst();
	return row !== undefined;
}
