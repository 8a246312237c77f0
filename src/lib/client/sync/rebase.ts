/**
 * What the screens show of a row: the server's copy, then the writes that still wait, in order.
 * Called inside a transaction, after anything that changes either.
 */
import { applyMutation, mutatorOf, type Body, type ServerRow } from '$lib/core/sync';
import type { LocalDatabase, LocalRow, OutboxEntry } from '../db';
import { serverCopyOf } from './server-copy';

export function replay(server: Body | null, waiting: readonly OutboxEntry[]): Body | null {
	return waiting.reduce((body, entry) => {
		const mutator = mutatorOf(entry.kind);
		return mutator ? applyMutation(mutator, body, entry) : body;
	}, server);
}

/** Waiting writes of one row, in the order they were made. */
export const waitingOn = (db: LocalDatabase, type: string, rowId: string): Promise<OutboxEntry[]> =>
	db.outbox
		.where({ type, rowId })
		.filter(({ state }) => state === 'waiting')
		.sortBy('ordinal');

interface ServerCopy extends Pick<LocalRow, 'type' | 'id' | 'stream' | 'rev'> {
	readonly server: Body | null;
}

async function show(db: LocalDatabase, { server, ...row }: ServerCopy): Promise<void> {
	const waiting = await waitingOn(db, row.type, row.id);
	if (waiting.length > 0) await db.rows.put({ ...row, server, body: replay(server, waiting) });
	else if (server === null) await db.rows.delete([row.type, row.id]);
	else await db.rows.put({ ...row, body: server });
}

/** Takes the server's copy, unless a newer one is already here, and replays what waits on it. */
export async function absorb(db: LocalDatabase, incoming: ServerRow): Promise<void> {
	const known = await db.rows.get([incoming.type, incoming.id]);
	if (known && known.rev > incoming.rev) return rederive(db, known);
	const { body, ...row } = incoming;
	await show(db, { ...row, server: body as Body | null });
}

/** Shows a row again after one of its writes stopped waiting. */
export async function rederive(db: LocalDatabase, known: LocalRow): Promise<void> {
	const { type, id, stream, rev } = known;
	await show(db, { type, id, stream, rev, server: serverCopyOf(known) });
}
