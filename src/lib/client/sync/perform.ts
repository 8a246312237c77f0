/**
 * A write by the person. Invariant: the row as they now see it and the outbox entry that will carry
 * it are written in one transaction, on disk before the screen says so.
 */
import { appError, fail, ok, type Mutator, type Result } from '$lib/core/shared';
import { applyMutation, type Body } from '$lib/core/sync';
import * as v from 'valibot';
import type { LocalDatabase } from '../db';
import { serverCopyOf } from './server-copy';

export interface Writer {
	readonly db: LocalDatabase;
	/** Account id. */
	readonly personId: string;
	readonly now: () => Date;
	readonly newId: () => string;
	/** Called once the write is on disk. */
	readonly onWritten: () => void;
}

const isQuota = (error: unknown): boolean =>
	error instanceof Error &&
	(error.name === 'QuotaExceededError' ||
		isQuota((error as { inner?: unknown }).inner) ||
		/quota/i.test(error.message));

/** Keeps the write on this phone and gives the id of its mutation. */
export async function perform<Row, Schema extends v.GenericSchema>(
	{ db, personId, now, newId, onWritten }: Writer,
	declared: Mutator<Row, Schema>,
	input: v.InferOutput<Schema>
): Promise<Result<string>> {
	const mutator = declared as unknown as Mutator;
	const parsed = v.safeParse(mutator.args, input);
	if (!parsed.success) return fail(appError('sync.invalid-input', 'validation'));
	const args = parsed.output;
	const { type } = mutator.entity;
	const rowId = mutator.idOf(args);
	const id = newId();
	try {
		await db.transaction('rw', db.rows, db.outbox, async () => {
			const row = await db.rows.get([type, rowId]);
			const seen = (row?.body ?? null) as Body | null;
			const server = serverCopyOf(row);
			const body = applyMutation(mutator, seen, { id, args });
			await db.rows.put({
				...{ type, id: rowId, stream: `user:${personId}`, rev: row?.rev ?? 0, server, body }
			});
			const base = seen?.version ?? null;
			const at = now().toISOString();
			const { kind } = mutator;
			await db.outbox.add({ id, state: 'waiting', type, rowId, kind, args, base, at });
		});
	} catch (error) {
		if (isQuota(error)) return fail(appError('sync.storage-full', 'unavailable'));
		throw error;
	}
	onWritten();
	return ok(id);
}
