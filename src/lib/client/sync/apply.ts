/**
 * Writes a pull's answer. Invariant: rows and cursors in one transaction, so that a cursor never
 * gets ahead of its rows, whenever the phone dies.
 */
import type { Slice, PullAnswer } from '$lib/core/sync';
import type { Stream } from '$lib/core/shared';
import type { LocalDatabase, LocalRow } from '../db';

async function forgetStream(db: LocalDatabase, stream: Stream): Promise<void> {
	await db.rows.where({ stream }).delete();
	await db.cursors.where({ stream }).delete();
}

async function applySlice(db: LocalDatabase, slice: Slice): Promise<void> {
	const { stream, type, cursor } = slice;
	const kept = slice.rows.filter(({ body }) => body !== null);
	const gone = slice.rows.filter(({ body }) => body === null);
	await db.rows.bulkPut(
		kept.map(({ id, rev, body }): LocalRow => ({ type, id, stream, rev, body }))
	);
	for (const { id } of gone) {
		// A row that has moved to another stream may have arrived there first.
		const row = await db.rows.get([type, id]);
		if (row?.stream === stream) await db.rows.delete([type, id]);
	}
	await db.cursors.put({ stream, type, cursor });
}

export function applyPull(db: LocalDatabase, answer: PullAnswer): Promise<void> {
	return db.transaction('rw', db.tables, async () => {
		if (answer.reset) {
			await db.rows.clear();
			await db.cursors.clear();
		}
		await db.write('epoch', answer.epoch);
		await db.write('person', answer.person);
		for (const stream of answer.left) await forgetStream(db, stream);
		for (const slice of answer.slices) await applySlice(db, slice);
	});
}
