import type { KindId, Rendered } from '$lib/core/notifications';
import type { Stream } from '$lib/core/shared';
import { sql } from 'kysely';
import { db } from '../db';
import { bumpStreams } from '../sync';

export interface NewNotification extends Rendered {
	readonly kind: KindId;
	readonly key: string;
	readonly group: string;
	readonly urgent: boolean;
	readonly at: Date;
}

export interface Told {
	readonly id: string;
	readonly accountId: string;
}

const streamOf = (accountId: string): Stream => `user:${accountId}`;

/** One row per person who has not been told yet, each in that person's stream; returns those. */
export async function insertNotifications(
	{ kind, key, title, body, path, group, urgent, at }: NewNotification,
	accountIds: readonly string[]
): Promise<Told[]> {
	const { rows: untold } = await sql<{ id: string }>`
		select distinct a.id from unnest(${[...accountIds]}::uuid[]) as a (id)
		where not exists (
			select from notification n where n.account_id = a.id and n.send_key = ${key})`.execute(db());
	if (untold.length === 0) return [];
	const ids = untold.map(({ id }) => id);
	const heads = await bumpStreams(ids.map(streamOf));
	const revs = ids.map((id) => heads.get(streamOf(id))!);
	const { rows } = await sql<Told>`
		insert into notification (account_id, rev, kind, send_key, title, body, path, group_key, urgent,
			created_at)
		select account_id, rev, ${kind}, ${key}, ${title}, ${body}, ${path}, ${group},
			${urgent}::boolean, ${at}
		from unnest(${ids}::uuid[], ${revs}::bigint[]) as recipient (account_id, rev)
		on conflict (account_id, send_key) do nothing
		returning id, account_id as "accountId"`.execute(db());
	return rows;
}

export const inbox = (accountId: string, limit = 100) =>
	db()
		.selectFrom('notification')
		.select(['id', 'kind', 'title', 'body', 'path', 'created_at as at', 'read_at as readAt'])
		.where('account_id', '=', accountId)
		.orderBy('created_at', 'desc')
		.limit(limit)
		.execute();

export interface UnreadNotification extends Told {
	readonly kind: KindId;
	readonly title: string;
	readonly path: string;
}

/** Those of these that nobody has read yet. */
export const unreadAmong = (ids: readonly string[]): Promise<UnreadNotification[]> =>
	db()
		.selectFrom('notification')
		.select(['id', 'account_id as accountId', 'kind', 'title', 'path'])
		.where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
		.where('read_at', 'is', null)
		.execute();

/** What a person has not read since then, latest first. */
export const unreadSince = (accountId: string, since: Date): Promise<UnreadNotification[]> =>
	db()
		.selectFrom('notification')
		.select(['id', 'account_id as accountId', 'kind', 'title', 'path'])
		.where('account_id', '=', accountId)
		.where('read_at', 'is', null)
		.where('created_at', '>', since)
		.orderBy('created_at', 'desc')
		.execute();

export interface PendingPush {
	readonly notificationId: string;
	readonly subscriptionId: string;
	readonly kind: KindId;
	readonly title: string;
	readonly body: string;
	readonly path: string;
	readonly group: string;
	readonly urgent: boolean;
	readonly unread: number;
	readonly endpoint: string;
	readonly p256dh: string;
	readonly auth: string;
	readonly publicKey: string;
	readonly privateKey: string;
}

/** What is left to send of these notifications: unread, to each device that has not had it. */
export async function pendingPushes(ids: readonly string[]): Promise<PendingPush[]> {
	const { rows } = await sql<PendingPush>`
		select n.id as "notificationId", s.id as "subscriptionId", n.kind, n.title, n.body, n.path,
			n.group_key as "group", n.urgent, s.endpoint, s.p256dh, s.auth,
			k.public_key as "publicKey", k.private_key as "privateKey",
			(select count(*) from notification u
				where u.account_id = n.account_id and u.read_at is null) as unread
		from notification n
		join push_subscription s on s.account_id = n.account_id
		join push_key k on k.id = s.push_key_id
		left join push_delivery d on d.notification_id = n.id and d.subscription_id = s.id
		where n.id = any(${[...ids]}::uuid[]) and n.read_at is null and d.notification_id is null
		order by n.id, s.id`.execute(db());
	return rows;
}

export async function recordDeliveries(
	deliveries: readonly { notificationId: string; subscriptionId: string }[]
): Promise<void> {
	if (deliveries.length === 0) return;
	// A subscription deleted meanwhile took its deliveries with it.
	await sql`
		insert into push_delivery (notification_id, subscription_id)
		select d.notification_id, s.id
		from unnest(${deliveries.map((d) => d.notificationId)}::uuid[],
			${deliveries.map((d) => d.subscriptionId)}::uuid[]) as d (notification_id, subscription_id)
		join push_subscription s on s.id = d.subscription_id
		on conflict do nothing`.execute(db());
}
