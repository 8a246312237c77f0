import {
	issueAt,
	readHeader,
	type Header,
	type ImportIssue,
	type ImportSummary
} from '$lib/core/institution';
import { appError, fail, ok, type Result } from '$lib/core/shared';
import { CsvError } from 'csv-parse';
import { unitOfWork } from '../../db';
import { AgentValidation } from './agent-validation';
import { csvRows, separatorOf, type Encoding, type Separator } from './csv-source';
import type { ImportDeps } from './import-deps';
import {
	deleteIssues,
	findJob,
	findSummary,
	updateJob,
	type ImportJob
} from './import-job.repository';
import { importReference } from './import-reference';
import { IssueLog } from './issue-log';
import { PreparedFileWriter } from './prepared-file';

/** Rows read between two moments left to the requests. */
const ROWS_AT_A_TIME = 250;

interface Reading {
	readonly lines: number;
	readonly validation: AgentValidation | null;
}

/** A file at fault as a whole: told apart from the faults of its lines. */
class FileRefused extends Error {
	constructor(readonly issues: readonly ImportIssue[]) {
		super('file refused');
	}
}

const refuse = (...issues: ImportIssue[]): never => {
	throw new FileRefused(issues);
};

function checkHeader(header: Header): ImportIssue[] {
	const { missing, repeated, unknown } = header;
	const list = (columns: readonly string[]) => ({ value: columns.join(', ').slice(0, 200) });
	if (missing.length > 0) refuse(issueAt('institution.import.missing-columns', 1, list(missing)));
	if (repeated.length > 0)
		refuse(issueAt('institution.import.repeated-columns', 1, list(repeated)));
	return unknown.length > 0
		? [issueAt('institution.import.unknown-columns', 1, list(unknown))]
		: [];
}

async function readFile(
	path: string,
	encoding: Encoding,
	separator: Separator,
	output: PreparedFileWriter,
	log: IssueLog,
	deps: ImportDeps
): Promise<Reading> {
	const reference = await importReference();
	let validation: AgentValidation | null = null;
	let rows = 0;
	let lines = 0;
	for await (const row of csvRows(path, encoding, separator)) {
		lines = row.line;
		if (validation) await validation.take(row);
		else {
			const header = readHeader(row.cells);
			await log.add(checkHeader(header));
			validation = new AgentValidation(header, reference, output, log);
		}
		if (++rows % ROWS_AT_A_TIME === 0) await deps.giveWay();
	}
	await validation?.finishAgent();
	return { lines, validation };
}

async function validate(job: ImportJob, log: IssueLog, deps: ImportDeps) {
	const path = deps.storage.received(job.id);
	if (job.file_bytes === 0) refuse(issueAt('institution.import.empty-file', 0));
	const { encoding } = job;
	if (!encoding) return refuse(issueAt('institution.import.unsupported-encoding', 0));
	const separator = await separatorOf(path);
	if (!separator) return refuse(issueAt('institution.import.unknown-separator', 1));

	const output = new PreparedFileWriter(deps.storage.prepared(job.id));
	try {
		const reading = await readFile(path, encoding, separator, output, log, deps);
		return { ...reading, separator };
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		const line = typeof error['lines'] === 'number' ? error['lines'] : 0;
		return refuse(issueAt('institution.import.malformed-csv', line));
	} finally {
		await output.close();
	}
}

/**
 * Second step: checks every line and writes the report, without touching any agent. Interrupted, it
 * starts again from the beginning; it ends with the received file, which holds NUMEN, deleted.
 */
export async function validateImport(
	command: { id: string },
	deps: ImportDeps
): Promise<Result<ImportSummary>> {
	const { id } = command;
	const job = await findJob(id);
	if (!job) return fail(appError('institution.import.not-found', 'not-found'));
	if (job.status !== 'received') return ok((await findSummary(id))!);
	if (!deps.storage.has(deps.storage.received(id)))
		return fail(appError('institution.import.file-lost', 'conflict'));

	await deleteIssues(id);
	const log = new IssueLog(id);
	try {
		const { lines, validation, separator } = await validate(job, log, deps);
		await unitOfWork(async () => {
			await log.flush();
			await updateJob(id, {
				status: 'validated',
				separator,
				lines,
				establishments: validation?.establishments ?? 0,
				accepted: validation?.accepted ?? 0,
				refused: validation?.refused ?? 0,
				excluded: [...(validation?.excluded ?? [])],
				issue_counts: JSON.stringify(log.counts)
			});
		});
	} catch (error) {
		if (!(error instanceof FileRefused)) throw error;
		await log.add(error.issues);
		await unitOfWork(async () => {
			await log.flush();
			await updateJob(id, {
				status: 'refused',
				issue_counts: JSON.stringify(log.counts),
				finished_at: deps.clock.now()
			});
		});
		deps.storage.remove(deps.storage.prepared(id));
	}
	deps.storage.remove(deps.storage.received(id));
	return ok((await findSummary(id))!);
}
