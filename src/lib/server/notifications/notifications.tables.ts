import type { KindId } from '$lib/core/notifications';
import type { Generated } from 'kysely';

/** The inbox: the truth of what a person has been told, whatever reached their phone. */
export interface NotificationTable {
	id: Generated<string>;
	account_id: string;
	kind: KindId;
	/** What it is about: a person is told the same thing once. */
	send_key: string;
	/** As worded when it was told. */
	title: string;
	body: string;
	/** Page it leads to. */
	path: string;
	/** Notifications of one group replace one another on a phone. */
	group_key: string;
	/** Speaks in quiet hours too. */
	urgent: boolean;
	created_at: Date;
	read_at: Date | null;
	/** Head of the person's stream when it was told, or read. */
	rev: number;
	/** Mutation that marked it as read. */
	version: string | null;
}

/** Keys under which push services know us; one is current. A browser is tied to the key it met. */
export interface PushKeyTable {
	id: Generated<string>;
	public_key: string;
	private_key: string;
	created_at: Generated<Date>;
	retired_at: Date | null;
}

export interface PushSubscriptionTable {
	id: Generated<string>;
	account_id: string;
	push_key_id: string;
	endpoint: string;
	p256dh: string;
	auth: string;
	/** Last time the browser confirmed it. */
	seen_at: Date;
}

/** What a push service has accepted: a job that is repeated skips it. */
export interface PushDeliveryTable {
	notification_id: string;
	subscription_id: string;
}

/** Exactly one row: reminders due until then have been given. */
export interface ReminderClockTable {
	id: Generated<number>;
	reminded_until: Date;
}

export interface NotificationsTables {
	notification: NotificationTable;
	reminder_clock: ReminderClockTable;
	push_key: PushKeyTable;
	push_subscription: PushSubscriptionTable;
	push_delivery: PushDeliveryTable;
}
