/**
 * The steps of an import one after the other, and one import at a time: two of them would only slow
 * each other down and take twice the place of the requests.
 */
import type { ImportReport, ImportSummary } from '$lib/core/institution';
import { appError, fail, isUuid, ok, type Result } from '$lib/core/shared';
import type { Logger } from 'pino';
import { applyImport } from './apply-import.usecases';
import type { ImportDeps } from './import-deps';
import { findReport, findSummary, unfinishedJobs } from './import-job.repository';
import { canContinue } from './receive-import.usecases';
import { validateImport } from './validate-import.usecases';

export interface RunCommand {
	readonly id: string;
	/** Stop once the report is written. */
	readonly validateOnly?: boolean;
}

let last: Promise<unknown> = Promise.resolve();
const running = new Set<string>();

async function allSteps({ id, validateOnly }: RunCommand, deps: ImportDeps) {
	const validated = await validateImport({ id }, deps);
	return !validated.ok || validateOnly ? validated : applyImport({ id }, deps);
}

/** Runs what is left of an import, after those already asked for. */
export function runImport(command: RunCommand, deps: ImportDeps): Promise<Result<ImportSummary>> {
	running.add(command.id);
	const result = last.then(() => allSteps(command, deps)).finally(() => running.delete(command.id));
	last = result.catch(() => {});
	return result;
}

/** The same, without waiting for its end: for a request that answers at once. */
export function startImport(command: RunCommand, deps: ImportDeps & { log: Logger }): void {
	runImport(command, deps).then(
		(result) => {
			const outcome = result.ok ? { status: result.value.status } : { code: result.error.code };
			deps.log.info({ import: command.id, ...outcome }, 'import step ended');
		},
		(error: unknown) => deps.log.error({ err: error, import: command.id }, 'import stopped')
	);
}

/** Takes up again, when the server starts, what it was applying when it stopped. */
export async function resumeImports(deps: ImportDeps & { log: Logger }): Promise<void> {
	for (const job of await unfinishedJobs()) {
		if (job.status === 'applying' && canContinue(job, deps)) startImport({ id: job.id }, deps);
	}
}

export interface ImportProgress extends ImportSummary {
	/** False with a status that is not final: the import has stopped and can be taken up again. */
	readonly running: boolean;
}

const unknown = () => fail(appError('institution.import.not-found', 'not-found'));

export async function importProgress(command: { id: string }): Promise<Result<ImportProgress>> {
	const summary = isUuid(command.id) ? await findSummary(command.id) : null;
	return summary ? ok({ ...summary, running: running.has(command.id) }) : unknown();
}

export async function importReport(command: { id: string }): Promise<Result<ImportReport>> {
	const report = isUuid(command.id) ? await findReport(command.id) : null;
	return report ? ok(report) : unknown();
}
