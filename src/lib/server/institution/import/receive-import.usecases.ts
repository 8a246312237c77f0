import type { ImportSummary } from '$lib/core/institution';
import { ok, type Result } from '$lib/core/shared';
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { EncodingProbe } from './csv-source';
import type { ImportDeps } from './import-deps';
import { findSummary, insertJob, unfinishedJobOf, type ImportJob } from './import-job.repository';

/** Whether the files an unfinished import needs are still here. */
export const canContinue = (job: ImportJob, { storage }: ImportDeps): boolean =>
	storage.has(job.status === 'received' ? storage.received(job.id) : storage.prepared(job.id));

/**
 * First step: stores the file as it comes. The same file, sent again after a stop, gives back the
 * import that did not finish.
 */
export async function receiveImport(
	command: { fileName: string; body: AsyncIterable<Uint8Array> },
	deps: ImportDeps
): Promise<Result<ImportSummary>> {
	const id = deps.newId();
	const path = deps.storage.received(id);
	const hash = createHash('sha256');
	const probe = new EncodingProbe();
	let bytes = 0;
	const file = await open(path, 'wx', 0o600);
	try {
		for await (const chunk of command.body) {
			hash.update(chunk);
			probe.push(chunk);
			bytes += chunk.length;
			await file.write(chunk);
		}
		await file.sync();
	} catch (error) {
		deps.storage.remove(path);
		throw error;
	} finally {
		await file.close();
	}

	const sha256 = hash.digest('hex');
	const started = await unfinishedJobOf(sha256);
	if (started && canContinue(started, deps)) {
		deps.storage.remove(path);
		return ok((await findSummary(started.id))!);
	}
	await insertJob({
		id,
		file_name: command.fileName.slice(0, 200),
		file_sha256: sha256,
		file_bytes: bytes,
		encoding: probe.result(),
		received_at: deps.clock.now()
	});
	return ok((await findSummary(id))!);
}
