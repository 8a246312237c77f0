/**
 * The end of pieces: planned from the table, written down, then carried out as written. Invariant: a
 * piece is told in the ledger before it goes, so that nothing that has gone can come back.
 */
import { destroyedBy, planPurge, type PlannedEnd, type PurgePlan } from '$lib/core/documents';
import { parisDate, type CivilDate } from '$lib/core/shared';
import { documentsReference as reference } from '$lib/data/documents';
import { unitOfWork } from '../db';
import type { DocumentsDeps } from './documents-deps';
import { deleteDocument, findDocument, findDocuments } from './documents.repository';
import { erasedIds, recordErasure } from './erasure-ledger';
import type { Place } from './storage';
import { finishPurgeRun, insertPurgeRun, keptPieces, openHoldOf } from './retention.repository';

/** What a purge would do on that day; changes nothing. */
export async function dryRun(on: CivilDate): Promise<PurgePlan> {
	const ends: PlannedEnd[] = [];
	for await (const pieces of keptPieces()) ends.push(...planPurge(reference, pieces, on).ends);
	return { on, ends };
}

/** Removes a piece for good: its row, then its bytes. Repeating it changes nothing. */
export async function destroyDocument(id: string, deps: DocumentsDeps): Promise<void> {
	const document = await findDocument(id);
	await recordErasure(deps.store, id);
	if (!document) return;
	await unitOfWork(() => deleteDocument(id, document.account_id));
	await deps.vault.remove(document);
}

/** Today's purge. A hold placed since the plan was made still keeps its piece. */
export async function purge(deps: DocumentsDeps): Promise<PurgePlan> {
	const at = deps.clock.now();
	const plan = await dryRun(parisDate(at));
	if (plan.ends.length === 0) return plan;
	const id = deps.newId();
	await insertPurgeRun({ id, day: plan.on, plannedAt: at, plan });
	for (const document of destroyedBy(plan)) {
		if (!(await openHoldOf(document))) await destroyDocument(document, deps);
	}
	await finishPurgeRun(id, deps.clock.now());
	return plan;
}

/** After a backup has been restored: what had gone goes again. Returns how many pieces. */
export async function replayErasures(deps: DocumentsDeps): Promise<number> {
	let gone = 0;
	for await (const ids of together(erasedIds(deps.store))) {
		for (const { id } of await findDocuments(ids)) {
			await destroyDocument(id, deps);
			gone++;
		}
	}
	return gone;
}

/** Those of these places whose piece the database does not know, or has refused. */
async function unknownAmong(places: readonly Place[]): Promise<Place[]> {
	const rows = await findDocuments(places.map(({ id }) => id));
	const kept = new Set(rows.filter(({ state }) => state !== 'refused').map(({ id }) => id));
	return places.filter(({ id }) => !kept.has(id));
}

/**
 * Bytes that no row knows: a deposit cut between the store and the database, a piece of a closed account.
 * Looked for twice, the second time once everything has been listed: a deposit may be between the two.
 */
export async function sweep(deps: DocumentsDeps): Promise<number> {
	const unknown: Place[] = [];
	for await (const places of together(deps.vault.places())) {
		unknown.push(...(await unknownAmong(places)));
	}
	const lost = await unknownAmong(unknown);
	for (const place of lost) await deps.vault.remove(place);
	return lost.length;
}

/** Looked for in the database in one query. */
const TOGETHER = 500;

async function* together<T>(items: AsyncIterable<T>): AsyncGenerator<T[]> {
	let some: T[] = [];
	for await (const item of items) {
		if (some.push(item) < TOGETHER) continue;
		yield some;
		some = [];
	}
	if (some.length > 0) yield some;
}
