import type { Channel, ChannelChoices, KindId } from '$lib/core/notifications';
import { sql } from 'kysely';
import { db } from '../db';

export interface NewNotification {
	readonly kind: KindId;
	readonly key: string;
	readonly data: unknown;
	readonly at: Date;
}

/** One row per person who has not been told yet; returns those. */
export async function insertNotifications(
	{ kind, key, data, at }: NewNotification,
	accountIds: readonly string[]
): Promise<{ id: string; accountId: string }[]> {
	const { rows } = await sql<{ id: string; accountId: string }>`
		insert into notification (account_id, kind, send_key, data, created_at)
		select account_id, ${kind}, ${key}, ${JSON.stringify(data)}::jsonb, ${at}
		from unnest(${[...new Set(accountIds)]}::uuid[]) as recipient (account_id)
		on conflict (account_id, send_key) do nothing
		returning id, account_id as "accountId"`.execute(db());
	return rows;
}

export async function choicesOf(
	accountIds: readonly string[]
): Promise<ReadonlyMap<string, ChannelChoices>> {
	const choices = new Map<string, Record<string, Record<string, boolean>>>();
	if (accountIds.length === 0) return choices;
	const { rows } = await sql<{
		account_id: string;
		kind: KindId;
		channel: Channel;
		enabled: boolean;
	}>`
		select * from notification_choice where account_id = any(${[...accountIds]}::uuid[])`.execute(db());
	for (const { account_id, kind, channel, enabled } of rows) {
		const own = choices.get(account_id) ?? {};
		choices.set(account_id, { ...own, [kind]: { ...own[kind], [channel]: enabled } });
	}
	return choices;
}

export async function setChoice(
	accountId: string,
	choice: { kind: KindId; channel: Channel; enabled: boolean }
): Promise<void> {
	await db()
		.insertInto('notification_choice')
		.values({ account_id: accountId, ...choice })
		.onConflict((conflict) =>
			conflict.columns(['account_id', 'kind', 'channel']).doUpdateSet({ enabled: choice.enabled })
		)
		.execute();
}

export const inbox = (accountId: string, limit = 100) =>
	db()
		.selectFrom('notification')
		.select(['id', 'kind', 'data', 'created_at as at', 'read_at as readAt'])
		.where('account_id', '=', accountId)
		.orderBy('created_at', 'desc')
		.limit(limit)
		.execute();

export async function markRead(accountId: string, ids: readonly string[], at: Date): Promise<void> {
	await sql`
		update notification set read_at = ${at}
		where account_id = ${accountId} and id = any(${[...ids]}::uuid[]) and read_at is null`.execute(
		db()
	);
}

export interface PendingPush {
	readonly notificationId: string;
	readonly subscriptionId: string;
	readonly kind: KindId;
	readonly data: unknown;
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
		select n.id as "notificationId", s.id as "subscriptionId", n.kind, n.data, s.endpoint, s.p256dh,
			s.auth, k.public_key as "publicKey", k.private_key as "privateKey",
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
