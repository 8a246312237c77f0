import { FIRST_CHUNK, nextChunkSize, type ImportSummary } from '$lib/core/institution';
import { appError, AppFailure, fail, ok, type Result } from '$lib/core/shared';
import { applyChunk, type Chunk } from './apply-chunk';
import type { ImportDeps } from './import-deps';
import { findJob, findSummary, updateJob, type ImportJob } from './import-job.repository';
import { preparedEntries, type PreparedEntry } from './prepared-file';

/** Groups the entries left to apply; `size` is asked before each chunk. */
async function* chunksOf(job: ImportJob, path: string, size: () => number): AsyncGenerator<Chunk> {
	const excluded = new Set(job.excluded);
	let from = job.position;
	let establishments: PreparedEntry[] = [];
	let agents: PreparedEntry[] = [];
	let wanted = size();
	for await (const entry of preparedEntries(path, from)) {
		if (entry.kind === 'establishment') establishments.push(entry);
		else if (!excluded.has(entry.numen)) agents.push(entry);
		if (establishments.length + agents.length < wanted) continue;
		yield { from, to: entry.end, establishments, agents };
		from = entry.end;
		establishments = [];
		agents = [];
		wanted = size();
	}
	if (establishments.length + agents.length === 0) return;
	const to = (agents.at(-1) ?? establishments.at(-1))!.end;
	yield { from, to, establishments, agents };
}

async function applyAll(job: ImportJob, path: string, deps: ImportDeps): Promise<void> {
	let size = FIRST_CHUNK;
	for await (const chunk of chunksOf(job, path, () => size)) {
		await deps.giveWay();
		const started = performance.now();
		await applyChunk(job.id, chunk, deps);
		size = nextChunkSize(size, performance.now() - started);
	}
}

/**
 * Third step: writes the accepted agents by short transactions, letting requests through between two
 * of them. Interrupted at any point, it continues after the last transaction that committed.
 */
export async function applyImport(
	command: { id: string },
	deps: ImportDeps
): Promise<Result<ImportSummary>> {
	const { id } = command;
	const job = await findJob(id);
	if (!job) return fail(appError('institution.import.not-found', 'not-found'));
	if (job.status === 'received')
		return fail(appError('institution.import.not-validated', 'conflict'));
	if (job.status === 'applied' || job.status === 'refused') return ok((await findSummary(id))!);
	const path = deps.storage.prepared(id);
	if (!deps.storage.has(path)) return fail(appError('institution.import.file-lost', 'conflict'));

	try {
		await applyAll(job, path, deps);
	} catch (error) {
		if (error instanceof AppFailure) return fail(error.error);
		throw error;
	}
	await updateJob(id, { status: 'applied', finished_at: deps.clock.now() });
	deps.storage.remove(path);
	return ok((await findSummary(id))!);
}
