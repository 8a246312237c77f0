/** What the person decides of a write that the server did not take. */
import { ok, type Result } from '$lib/core/shared';
import { mutatorOf } from '$lib/core/sync';
import type { LocalDatabase, OutboxEntry } from '../db';
import { perform, type Writer } from './perform';

/** Writes it again, over the version now known. */
export async function keepMine(writer: Writer, entry: OutboxEntry): Promise<Result<string>> {
	const mutator = mutatorOf(entry.kind);
	const written = mutator ? await perform(writer, mutator, entry.args) : ok(entry.id);
	if (written.ok) await writer.db.outbox.delete(entry.ordinal);
	return written;
}

/** Leaves the server's version as it is. */
export const keepTheirs = (db: LocalDatabase, entry: OutboxEntry): Promise<void> =>
	db.outbox.delete(entry.ordinal);

/** Everything the server does not have, for the person to keep elsewhere. */
export async function unsentAsFile(db: LocalDatabase): Promise<Blob> {
	const entries = await db.outbox.where('state').anyOf('waiting', 'attention').sortBy('ordinal');
	const lines = entries.map(({ kind, args, at, state }) => ({
		kind,
		at,
		state,
		...(args as object)
	}));
	return new Blob([JSON.stringify(lines, null, '\t')], { type: 'application/json' });
}
