import type { ImportIssue, ImportIssueCode } from './import-issue';

/**
 * `received`: the file is stored. `validated`: every line is checked and the report is complete.
 * `applying`: part of the agents are in the database. `applied` and `refused` are final.
 */
export const importStatuses = ['received', 'validated', 'applying', 'applied', 'refused'] as const;
export type ImportStatus = (typeof importStatuses)[number];

export const isFinal = (status: ImportStatus): boolean =>
	status === 'applied' || status === 'refused';

/** What the person who launched the import reads; it names no one. */
export interface ImportSummary {
	readonly id: string;
	readonly fileName: string;
	readonly status: ImportStatus;
	readonly encoding: 'utf-8' | 'windows-1252' | null;
	readonly separator: ';' | ',' | null;
	readonly lines: number;
	readonly establishments: number;
	readonly agents: {
		readonly accepted: number;
		readonly refused: number;
		readonly created: number;
		readonly changed: number;
		readonly unchanged: number;
	};
	readonly issueCounts: Readonly<Partial<Record<ImportIssueCode, number>>>;
	readonly receivedAt: string;
	readonly finishedAt: string | null;
}

export interface ImportReport extends ImportSummary {
	/** In the order of the file; at most `MAX_ISSUES` are kept, `issueCounts` counts them all. */
	readonly issues: readonly ImportIssue[];
}

export const MAX_ISSUES = 5000;
