import { sql } from 'kysely';
import webpush from 'web-push';
import { db } from '../../db';
import type { PushKeys } from './sender';

export interface KeptKeys extends PushKeys {
	readonly id: string;
}

const currentKeys = () =>
	db()
		.selectFrom('push_key')
		.select(['id', 'public_key as publicKey', 'private_key as privateKey'])
		.where('retired_at', 'is', null)
		.executeTakeFirst();

/** The current keys, made at the first need; instances that start together agree on one pair. */
export async function pushKeys(): Promise<KeptKeys> {
	const known = await currentKeys();
	if (known) return known;
	const { publicKey, privateKey } = webpush.generateVAPIDKeys();
	await sql`
		insert into push_key (public_key, private_key) values (${publicKey}, ${privateKey})
		on conflict ((true)) where retired_at is null do nothing`.execute(db());
	return (await currentKeys())!;
}

/** From now on browsers subscribe under new keys; those tied to the old ones still receive. */
export async function rotatePushKeys(): Promise<KeptKeys> {
	await sql`update push_key set retired_at = now() where retired_at is null`.execute(db());
	return pushKeys();
}

export interface NewSubscription {
	readonly accountId: string;
	readonly keyId: string;
	readonly endpoint: string;
	readonly p256dh: string;
	readonly auth: string;
	readonly at: Date;
}

/** Keeps it, or confirms it; on a shared phone it follows whoever signed in last. */
export async function upsertSubscription(subscription: NewSubscription): Promise<void> {
	const { accountId, keyId, endpoint, p256dh, auth, at } = subscription;
	const values = { account_id: accountId, push_key_id: keyId, p256dh, auth, seen_at: at };
	await db()
		.insertInto('push_subscription')
		.values({ endpoint, ...values })
		.onConflict((conflict) => conflict.column('endpoint').doUpdateSet(values))
		.execute();
}

/** Forgets the devices confirmed longest ago, beyond so many. */
export async function keepLatest(accountId: string, devices: number): Promise<void> {
	await sql`
		delete from push_subscription where id in (
			select id from push_subscription where account_id = ${accountId}
			order by seen_at desc, id offset ${devices})`.execute(db());
}

export async function deleteSubscription(accountId: string, endpoint: string): Promise<void> {
	await db()
		.deleteFrom('push_subscription')
		.where('account_id', '=', accountId)
		.where('endpoint', '=', endpoint)
		.execute();
}

export async function deleteSubscriptions(ids: readonly string[]): Promise<void> {
	if (ids.length > 0) await db().deleteFrom('push_subscription').where('id', 'in', ids).execute();
}
