import type { CareerReport } from '$lib/core/career';
import {
	reportTitle,
	threadEntity,
	threadMessageEntity,
	type Thread,
	type ThreadMessage
} from '$lib/core/messages';
import { sql, type RawBuilder } from 'kysely';
import { db } from '../../db';
import {
	bumpStream,
	type RowTarget,
	type StoredRow,
	type SyncSource,
	type SyncTarget
} from '../../sync';
import { attachmentsJson } from '../attachments/attachments.repository';
import { shownPieces } from './shown-pieces';
import { insertMessage, insertThread, setClosed } from './threads.repository';

const instant = (column: string) =>
	sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const threads = (accountId: string) => sql`
	select t.id::text as id, t.rev, jsonb_build_object(
		'id', t.id, 'title', t.title, 'about', t.about, 'aboutId', t.about_id,
		'openedAt', ${instant('t.opened_at')}, 'closedAt', ${instant('t.closed_at')},
		'version', t.version) as body
	from thread t where t.account_id = ${accountId}::uuid`;

const messages = (accountId: string) => sql`
	select m.id::text as id, m.rev, jsonb_build_object(
		'id', m.id, 'thread', m.thread_id, 'text', m.text, 'pieces', m.pieces,
		'attachments', ${attachmentsJson('message_id', sql.ref('m.id'))}, 'fromService', m.from_service,
		'author', m.author_name, 'sentAt', ${instant('m.sent_at')}, 'version', m.version) as body
	from thread_message m where m.account_id = ${accountId}::uuid`;

const readOne = async (rows: RawBuilder<unknown>, id: string): Promise<StoredRow | null> => {
	const found = await sql<StoredRow>`
		select rev, body from (${rows}) as mine where id = ${id}`.execute(db());
	return found.rows[0] ?? null;
};

export const threadSource: SyncSource = {
	entity: threadEntity,
	rows: (_stream, { id }) => threads(id)
};

export const threadMessageSource: SyncSource = {
	entity: threadMessageEntity,
	rows: (_stream, { id }) => messages(id)
};

export const threadTarget: SyncTarget = {
	entity: threadEntity,
	read: (user, id) => readOne(threads(user.id), id),
	write: async (user, id, { rev, body }) => {
		const { title, about, aboutId, version } = body as unknown as Thread & { version: string };
		await insertThread({ id, accountId: user.id, title, about, aboutId, rev, version });
	}
};

export const threadMessageTarget: SyncTarget = {
	entity: threadMessageEntity,
	read: (user, id) => readOne(messages(user.id), id),
	write: async (user, id, { rev, body }) => {
		const { thread, text, version, ...said } = body as unknown as ThreadMessage & {
			version: string;
		};
		const pieces = await shownPieces(user.id, said.pieces);
		const message = { id, threadId: thread, text, pieces, author: null, rev, version };
		if (!(await insertMessage(user.id, message))) throw new Error('no such exchange');
		// To write again is to open it again.
		await setClosed(thread, false, rev);
	}
};

/** « Signaler une erreur » opens an exchange, under the report's own id, that the service answers. */
export const openingThread = (reports: RowTarget): RowTarget => ({
	...reports,
	write: async (user, id, row) => {
		await reports.write(user, id, row);
		const { subject, message } = row.body as unknown as CareerReport;
		const rev = await bumpStream(`user:${user.id}`);
		const title = reportTitle(subject);
		const about = { about: 'record-error', aboutId: id } as const;
		await insertThread({ id, accountId: user.id, title, ...about, rev, version: null });
		const first = { id, threadId: id, text: message, pieces: [], author: null, rev, version: null };
		await insertMessage(user.id, first);
	}
});
