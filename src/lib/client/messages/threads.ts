/** Exchanges with the service, written and read without the network too. */
import {
	openThread,
	threadEntity,
	threadMessageEntity,
	writeMessage,
	type Thread,
	type ThreadMessage
} from '$lib/core/messages';
import type { Result } from '$lib/core/shared';
import { bodiesOf, bodyOf, type LocalDatabase } from '../db';
import { Live } from '../shared';
import { perform, type Writer } from '../sync';

/** What waits to be sent comes after all that the server has. */
const moment = (at: string | null) => at ?? '~';

export interface ThreadSummary {
	readonly thread: Thread;
	readonly last: ThreadMessage | null;
}

async function summaries(db: LocalDatabase): Promise<ThreadSummary[]> {
	const messages = await bodiesOf(db, threadMessageEntity);
	const byThread = Map.groupBy(messages, ({ thread }) => thread);
	const lastOf = ({ id }: Thread) => inOrder(byThread.get(id) ?? []).at(-1) ?? null;
	const threads = await bodiesOf(db, threadEntity);
	return threads
		.map((thread) => ({ thread, last: lastOf(thread) }))
		.sort((a, b) => moment(b.last?.sentAt ?? null).localeCompare(moment(a.last?.sentAt ?? null)));
}

const inOrder = (messages: readonly ThreadMessage[]) =>
	[...messages].sort(
		(a, b) => moment(a.sentAt).localeCompare(moment(b.sentAt)) || a.id.localeCompare(b.id)
	);

/** The one with the latest word first. */
export const myThreads = (db: LocalDatabase): Live<ThreadSummary[]> =>
	new Live(() => summaries(db));

export const myThread = (db: LocalDatabase, id: string): Live<Thread | null> =>
	new Live(() => bodyOf(db, threadEntity, id));

export const messagesNow = async (db: LocalDatabase, id: string): Promise<ThreadMessage[]> =>
	inOrder((await bodiesOf(db, threadMessageEntity)).filter(({ thread }) => thread === id));

export const messagesOf = (db: LocalDatabase, id: string): Live<ThreadMessage[]> =>
	new Live(() => messagesNow(db, id));

/** @param pieces ids of deposited pieces that the person shows with it */
export const replyTo = (
	writer: Writer,
	thread: string,
	text: string,
	pieces: readonly string[] = []
): Promise<Result<string>> =>
	perform(writer, writeMessage, { id: writer.newId(), thread, text, pieces: [...pieces] });

/** Gives the id of the new exchange. */
export async function writeToService(
	writer: Writer,
	command: { title: string; text: string; file?: string | null; pieces?: readonly string[] }
): Promise<Result<string>> {
	const { title, text, file = null, pieces = [] } = command;
	const id = writer.newId();
	const about = file === null ? 'question' : 'file';
	const opened = await perform(writer, openThread, { id, title, about, aboutId: file });
	if (!opened.ok) return opened;
	const written = await replyTo(writer, id, text, pieces);
	return written.ok ? { ok: true, value: id } : written;
}
