import type { Generated } from 'kysely';

/** `gone` went out; `refused` was refused for good; `withheld` was for an address that bounces. */
export type MailState = 'queued' | 'gone' | 'refused' | 'withheld';

export interface MailMessageTable {
	id: Generated<string>;
	/** Two messages never share a key: the second is not sent. */
	send_key: string | null;
	template: string;
	recipient: string;
	/** What the template needs, codes included: erased as soon as the message has ended. */
	data: unknown;
	state: Generated<MailState>;
	created_at: Generated<Date>;
	ended_at: Date | null;
}

/** Addresses that refuse our mail: only what is essential is still tried there. */
export interface MailBounceTable {
	address: string;
	reason: string;
	bounced_at: Generated<Date>;
}

export interface MailTables {
	mail_message: MailMessageTable;
	mail_bounce: MailBounceTable;
}
