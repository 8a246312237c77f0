/**
 * Writes a pull's answer. Invariant: rows and cursors in one transaction, so that a cursor never
 * gets ahead of its rows, whenever the phone dies. What waits in the outbox is never touched.
 */
import type { Slice, PullAnswer, WireRow } from '$lib/core/sync';
import type { Stream } from '$lib/core/shared';
import type { LocalDatabase, LocalRow } from '../db';
import { absorb } from './rebase';

const keyOf = (type: string, id: string) => `${type} ${id}`;

/** Rows with writes waiting: only these need their writes replayed. */
async function rowsWaiting(db: LocalDatabase): Promise<Map<string, { type: string; id: string }>> {
	const entries = await db.outbox.where({ state: 'waiting' }).toArray();
	return new Map(
		entries.map(({ type, rowId }) => [keyOf(type, rowId), { type, id: rowId }] as const)
	);
}

async function forgetRows(db: LocalDatabase, person: string, stream?: Stream): Promise<void> {
	await (stream ? db.rows.where({ stream }).delete() : db.rows.clear());
	await (stream ? db.cursors.where({ stream }).delete() : db.cursors.clear());
	// What the person wrote stays before their eyes while it waits.
	for (const { type, id } of (await rowsWaiting(db)).values()) {
		if (await db.rows.get([type, id])) continue;
		await absorb(db, { type, id, stream: `user:${person}`, rev: 0, body: null });
	}
}

/** After a restored backup, what it may not hold is sent again: the server knows what it has. */
async function queueAgain(db: LocalDatabase): Promise<void> {
	await db.outbox.where({ state: 'sent' }).modify({ state: 'waiting' });
}

async function deleteRow(db: LocalDatabase, { type, stream }: Slice, id: string): Promise<void> {
	// A row that has moved to another stream may have arrived there first.
	const row = await db.rows.get([type, id]);
	if (row?.stream === stream) await db.rows.delete([type, id]);
}

async function applySlice(
	db: LocalDatabase,
	slice: Slice,
	waiting: ReadonlyMap<string, unknown>
): Promise<void> {
	const { stream, type, cursor } = slice;
	const written: LocalRow[] = [];
	const absorbLater: WireRow[] = [];
	for (const row of slice.rows) {
		if (waiting.has(keyOf(type, row.id))) absorbLater.push(row);
		else if (row.body !== null) written.push({ type, stream, ...row });
		else await deleteRow(db, slice, row.id);
	}
	await db.rows.bulkPut(written);
	for (const row of absorbLater) await absorb(db, { type, stream, ...row });
	await db.cursors.put({ stream, type, cursor });
}

export function applyPull(db: LocalDatabase, answer: PullAnswer): Promise<void> {
	return db.transaction('rw', db.tables, async () => {
		const person = answer.person.id;
		if (answer.reset) {
			await queueAgain(db);
			await forgetRows(db, person);
		}
		await db.write('epoch', answer.epoch);
		await db.write('person', answer.person);
		for (const stream of answer.left) await forgetRows(db, person, stream);
		const waiting = await rowsWaiting(db);
		for (const slice of answer.slices) await applySlice(db, slice, waiting);
	});
}
