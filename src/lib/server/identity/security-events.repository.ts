import type { SecurityEventKind } from '$lib/core/identity';
import { sql } from 'kysely';
import { db } from '../db';

export interface SecurityEvent {
	readonly id: string;
	readonly at: Date;
	readonly kind: SecurityEventKind;
	readonly accountId: string | null;
	readonly nameDigest: string | null;
	readonly address: string;
	readonly device: string;
}

export async function recordSecurityEvent(event: SecurityEvent): Promise<void> {
	await db()
		.insertInto('security_event')
		.values({
			id: event.id,
			at: event.at,
			kind: event.kind,
			account_id: event.accountId,
			name_digest: event.nameDigest,
			address: event.address,
			device: event.device
		})
		.execute();
}

/** How many different names failed since a date: from one address, and from anywhere. */
export async function countFailingNames(
	since: Date,
	address: string
): Promise<{ fromAddress: number; overall: number }> {
	const row = await db()
		.selectFrom('security_event')
		.select([
			sql<number>`count(distinct name_digest) filter (where address = ${address})`.as(
				'fromAddress'
			),
			sql<number>`count(distinct name_digest)`.as('overall')
		])
		.where('kind', '=', 'sign-in-failed')
		.where('at', '>=', since)
		.executeTakeFirstOrThrow();
	return row;
}

/** Whether such an event happened since a date, to anyone or to one account. */
export async function hasEventSince(
	kind: SecurityEventKind,
	since: Date,
	accountId?: string
): Promise<boolean> {
	let events = db()
		.selectFrom('security_event')
		.select('id')
		.where('kind', '=', kind)
		.where('at', '>=', since);
	if (accountId !== undefined) events = events.where('account_id', '=', accountId);
	return (await events.limit(1).executeTakeFirst()) !== undefined;
}

/** What happened to an account, latest first. */
export const eventsOf = (accountId: string, limit = 30) =>
	db()
		.selectFrom('security_event')
		.select(['id', 'at', 'kind', 'device', 'address'])
		.where('account_id', '=', accountId)
		.orderBy('at', 'desc')
		.limit(limit)
		.execute();

export async function countFailuresSince(accountId: string, since: Date): Promise<number> {
	const row = await db()
		.selectFrom('security_event')
		.select(sql<number>`count(*)`.as('failures'))
		.where('account_id', '=', accountId)
		.where('kind', 'in', ['sign-in-failed', 'sign-in-delayed', 'factor-failed'])
		.where('at', '>=', since)
		.executeTakeFirstOrThrow();
	return row.failures;
}

/** Events of these kinds that concern somebody's account. */
export async function securityEventsBetween(
	kinds: readonly SecurityEventKind[],
	span: { readonly after: Date; readonly until: Date }
): Promise<{ id: string; accountId: string; kind: SecurityEventKind }[]> {
	const rows = await db()
		.selectFrom('security_event')
		.select(['id', 'account_id', 'kind'])
		.where('kind', 'in', kinds)
		.where('account_id', 'is not', null)
		.where('at', '>', span.after)
		.where('at', '<=', span.until)
		.execute();
	return rows.map(({ id, account_id, kind }) => ({ id, accountId: account_id!, kind }));
}
