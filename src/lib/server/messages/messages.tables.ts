import type { Audience } from '$lib/core/notifications';
import type { CircularDeadline, CircularKind, CircularState } from '$lib/core/messages';
import type { CivilDate } from '$lib/core/shared';
import type { AttachmentsTables } from './attachments/attachments.tables';
import type { ThreadsTables } from './threads/threads.tables';
import type { Generated, JSONColumnType } from 'kysely';

export interface CircularTable {
	id: string;
	academie_code: string;
	author_id: string;
	/** Service that signs it. */
	author_name: string;
	kind: CircularKind;
	title: string;
	body: string;
	read_before: CivilDate | null;
	deadlines: JSONColumnType<readonly CircularDeadline[]>;
	audience: JSONColumnType<Audience>;
	/** The circular that this one replaces. */
	corrects: string | null;
	state: Generated<CircularState>;
	publish_at: Date | null;
	published_at: Date | null;
	approved_by: string | null;
	updated_at: Date;
}

/** Whom a circular has reached: fixed when it left, so that a reading can be counted. */
export interface CircularRecipientTable {
	circular_id: string;
	account_id: string;
	rev: number;
	read_at: Date | null;
	version: string | null;
}

/** The secret address under which a person's calendar reads their deadlines. */
export interface CalendarFeedTable {
	account_id: string;
	secret_digest: string;
	created_at: Date;
}

export interface MessagesTables extends AttachmentsTables, ThreadsTables {
	calendar_feed: CalendarFeedTable;
	circular: CircularTable;
	circular_recipient: CircularRecipientTable;
}
