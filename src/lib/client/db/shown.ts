/** What a phone without a lock keeps readable, table by table. */
import type { SessionUser } from '$lib/core/identity';
import { bodyKeptInClear, personKeptInClear } from '$lib/core/sync';
import type { Row } from './disk-keys';

function rowShown(row: Row): Row | null {
	const body = bodyKeptInClear(String(row['type']), row['body']);
	if (body === null || body === undefined) return null;
	if (body === row['body'] && row['server'] === undefined) return row;
	const { type, id, stream, rev } = row;
	return { type, id, stream, rev, body };
}

const notes = ['epoch', 'device', 'sync', 'contact', 'push', 'depositsWaiting', 'lost'];

function noteShown(row: Row): Row | null {
	const { name, value } = row;
	if (name === 'person') return { name, value: personKeptInClear(value as SessionUser) };
	return notes.includes(String(name)) ? row : null;
}

/** Positions in the streams tell nothing of the person; writes and drafts do. */
export function shownWithoutLock(table: string, row: Row): Row | null {
	if (table === 'rows') return rowShown(row);
	if (table === 'notebook') return noteShown(row);
	return table === 'cursors' ? row : null;
}
