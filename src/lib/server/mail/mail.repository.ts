import { sql } from 'kysely';
import { db } from '../db';
import type { MailMessageTable, MailState } from './mail.tables';

export interface NewMail {
	readonly key: string | null;
	readonly template: string;
	readonly to: string;
	readonly data: unknown;
}

/** @returns the new message, or null when its key has already been used */
export async function insertMail({ key, template, to, data }: NewMail): Promise<string | null> {
	const row = await db()
		.insertInto('mail_message')
		.values({ send_key: key, template, recipient: to, data: JSON.stringify(data), ended_at: null })
		.onConflict((conflict) => conflict.column('send_key').doNothing())
		.returning('id')
		.executeTakeFirst();
	return row?.id ?? null;
}

type QueuedMail = Pick<MailMessageTable, 'template' | 'recipient' | 'data'>;

/** The message while it has not ended. */
export const findQueuedMail = (id: string): Promise<QueuedMail | undefined> =>
	db()
		.selectFrom('mail_message')
		.select(['template', 'recipient', 'data'])
		.where('id', '=', id)
		.where('state', '=', 'queued')
		.executeTakeFirst();

export async function endMail(id: string, state: MailState): Promise<void> {
	await db()
		.updateTable('mail_message')
		.set({ state, data: null, ended_at: sql`now()` })
		.where('id', '=', id)
		.execute();
}

export const recipientOf = (id: string): Promise<{ recipient: string } | undefined> =>
	db().selectFrom('mail_message').select('recipient').where('id', '=', id).executeTakeFirst();

const addressKey = (address: string) => address.toLowerCase();

export async function insertBounce(address: string, reason: string): Promise<void> {
	await db()
		.insertInto('mail_bounce')
		.values({ address: addressKey(address), reason })
		.onConflict((conflict) =>
			conflict.column('address').doUpdateSet({ reason, bounced_at: sql`now()` })
		)
		.execute();
}

export async function deleteBounce(address: string): Promise<void> {
	await db().deleteFrom('mail_bounce').where('address', '=', addressKey(address)).execute();
}

export async function bounces(address: string): Promise<boolean> {
	const row = await db()
		.selectFrom('mail_bounce')
		.select('address')
		.where('address', '=', addressKey(address))
		.executeTakeFirst();
	return row !== undefined;
}
