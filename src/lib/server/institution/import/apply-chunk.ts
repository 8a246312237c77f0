/**
 * One transaction of an import: its agents, the streams of those who have an account, and the job's
 * position move together or not at all. Imports write one after the other (advisory lock), and a
 * position that is not where it was left means another process has done this part.
 */
import { reconcile, type ImportedAgent, type ImportedEstablishment } from '$lib/core/institution';
import { appError, AppFailure } from '$lib/core/shared';
import { sql } from 'kysely';
import { db, unitOfWork } from '../../db';
import { stampAgents } from '../agent-stamp.repository';
import { forgetHistory, knownAgents, writeAgents, type AgentWrite } from './agent-write.repository';
import {
	agentsNaming,
	renamedEstablishments,
	writeEstablishments
} from './establishment.repository';
import type { ImportDeps } from './import-deps';
import { advanceJob } from './import-job.repository';
import type { PreparedEntry } from './prepared-file';

/** Consecutive entries of the prepared file, between two positions. */
export interface Chunk {
	readonly from: number;
	readonly to: number;
	readonly establishments: readonly PreparedEntry[];
	readonly agents: readonly PreparedEntry[];
}

const lockImports = () =>
	sql`select pg_advisory_xact_lock(hashtext('carnet/import'))`.execute(db());

async function applyEstablishments(entries: readonly PreparedEntry[]): Promise<void> {
	if (entries.length === 0) return;
	const byUai = new Map<string, ImportedEstablishment>();
	for (const { json } of entries) {
		const establishment = JSON.parse(json) as ImportedEstablishment;
		byUai.set(establishment.uai, establishment);
	}
	const establishments = [...byUai.values()];
	const renamed = await renamedEstablishments(establishments);
	await writeEstablishments(establishments);
	if (renamed.length > 0) await stampAgents(await agentsNaming(renamed));
}

async function applyAgents(entries: readonly PreparedEntry[], { newId, clock }: ImportDeps) {
	const known = await knownAgents(entries.map(({ numen }) => numen));
	const { created, changed, unchanged } = reconcile(known, entries);
	const updatedAt = clock.now();
	const write = (id: string, { numen, content, json }: PreparedEntry): AgentWrite => {
		const agent = JSON.parse(json) as ImportedAgent;
		return { id, numen, content, agent, updatedAt };
	};
	const changedIds = changed.map(({ id }) => id);
	await forgetHistory(changedIds);
	await writeAgents([
		...created.map((entry) => write(newId(), entry)),
		...changed.map(({ id, agent }) => write(id, agent))
	]);
	await stampAgents(changedIds);
	return { created: created.length, changed: changed.length, unchanged };
}

/** @throws AppFailure when another process applies the same import */
export const applyChunk = (importId: string, chunk: Chunk, deps: ImportDeps): Promise<void> =>
	unitOfWork(async () => {
		await lockImports();
		await applyEstablishments(chunk.establishments);
		const done = await applyAgents(chunk.agents, deps);
		const moved = await advanceJob(importId, { from: chunk.from, to: chunk.to, ...done });
		if (!moved) throw new AppFailure(appError('institution.import.taken-over', 'conflict'));
	});
