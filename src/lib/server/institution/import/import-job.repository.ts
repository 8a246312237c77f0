import {
	MAX_ISSUES,
	type ImportIssue,
	type ImportReport,
	type ImportSummary
} from '$lib/core/institution';
import { sql, type Selectable, type Updateable } from 'kysely';
import { db } from '../../db';
import type { ImportJobTable } from './import.tables';

export type ImportJob = Selectable<ImportJobTable>;

export async function insertJob(
	job: Pick<
		ImportJob,
		'id' | 'file_name' | 'file_sha256' | 'file_bytes' | 'encoding' | 'received_at'
	>
): Promise<void> {
	await db()
		.insertInto('import_job')
		.values({ ...job, status: 'received', separator: null, issue_counts: '{}', finished_at: null })
		.execute();
}

export const findJob = (id: string): Promise<ImportJob | undefined> =>
	db().selectFrom('import_job').selectAll().where('id', '=', id).executeTakeFirst();

/** The latest import of this very file that has not come to its end. */
export const unfinishedJobOf = (sha256: string): Promise<ImportJob | undefined> =>
	db()
		.selectFrom('import_job')
		.selectAll()
		.where('file_sha256', '=', sha256)
		.where('status', 'not in', ['applied', 'refused'])
		.orderBy('received_at', 'desc')
		.executeTakeFirst();

export const unfinishedJobs = (): Promise<ImportJob[]> =>
	db()
		.selectFrom('import_job')
		.selectAll()
		.where('status', 'not in', ['applied', 'refused'])
		.orderBy('received_at')
		.execute();

export async function updateJob(id: string, values: Updateable<ImportJobTable>): Promise<void> {
	await db().updateTable('import_job').set(values).where('id', '=', id).execute();
}

/**
 * Moves the job's position from `from` to `to`, inside the transaction that wrote the rows between
 * them. False when another process has moved it already: the caller must then write nothing.
 */
export async function advanceJob(
	id: string,
	step: { from: number; to: number; created: number; changed: number; unchanged: number }
): Promise<boolean> {
	const { numUpdatedRows } = await db()
		.updateTable('import_job')
		.set((row) => ({
			status: 'applying',
			position: step.to,
			created: row('created', '+', step.created),
			changed: row('changed', '+', step.changed),
			unchanged: row('unchanged', '+', step.unchanged)
		}))
		.where('id', '=', id)
		.where('position', '=', step.from)
		.executeTakeFirstOrThrow();
	return numUpdatedRows === 1n;
}

export async function deleteIssues(id: string): Promise<void> {
	await db().deleteFrom('import_issue').where('import_id', '=', id).execute();
}

export async function insertIssues(
	id: string,
	firstRank: number,
	issues: readonly ImportIssue[]
): Promise<void> {
	if (issues.length === 0) return;
	await db()
		.insertInto('import_issue')
		.values(
			issues.map(({ line, code, column, value, otherLine }, index) => ({
				import_id: id,
				rank: firstRank + index,
				line,
				code,
				column_name: column,
				value,
				other_line: otherLine
			}))
		)
		.execute();
}

const toSummary = (job: ImportJob): ImportSummary => ({
	id: job.id,
	fileName: job.file_name,
	status: job.status,
	encoding: job.encoding,
	separator: job.separator,
	lines: job.lines,
	establishments: job.establishments,
	agents: {
		accepted: job.accepted,
		refused: job.refused,
		created: job.created,
		changed: job.changed,
		unchanged: job.unchanged
	},
	issueCounts: job.issue_counts,
	receivedAt: job.received_at.toISOString(),
	finishedAt: job.finished_at?.toISOString() ?? null
});

export async function findReport(id: string): Promise<ImportReport | null> {
	const job = await findJob(id);
	if (!job) return null;
	const rows = await db()
		.selectFrom('import_issue')
		.select(['line', 'code', 'column_name as column', 'value', 'other_line as otherLine'])
		.where('import_id', '=', id)
		.orderBy(sql`line`)
		.orderBy('rank')
		.limit(MAX_ISSUES)
		.execute();
	return { ...toSummary(job), issues: rows };
}

export async function findSummary(id: string): Promise<ImportSummary | null> {
	const job = await findJob(id);
	return job ? toSummary(job) : null;
}
