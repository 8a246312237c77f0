import type { ImportColumn, ImportIssueCode, ImportStatus } from '$lib/core/institution';
import type { Generated, JSONColumnType } from 'kysely';

export interface ImportJobTable {
	id: string;
	file_name: string;
	/** The same file sent again continues where it stopped. */
	file_sha256: string;
	file_bytes: number;
	status: ImportStatus;
	encoding: 'utf-8' | 'windows-1252' | null;
	separator: ';' | ',' | null;
	lines: Generated<number>;
	establishments: Generated<number>;
	/** Agents of the file that may be applied, and those that may not. */
	accepted: Generated<number>;
	refused: Generated<number>;
	/** What applying them has done so far. */
	created: Generated<number>;
	changed: Generated<number>;
	unchanged: Generated<number>;
	issue_counts: JSONColumnType<Partial<Record<ImportIssueCode, number>>>;
	/** Digests of the agents found twice, which validation accepted before it met their double. */
	excluded: Generated<string[]>;
	/** Bytes of the prepared file that are in the database: moves with the rows, in their transaction. */
	position: Generated<number>;
	received_at: Date;
	finished_at: Date | null;
}

export interface ImportIssueTable {
	import_id: string;
	rank: number;
	line: number;
	code: ImportIssueCode;
	column_name: ImportColumn | null;
	value: string | null;
	other_line: number | null;
}

export interface ImportTables {
	import_job: ImportJobTable;
	import_issue: ImportIssueTable;
}
