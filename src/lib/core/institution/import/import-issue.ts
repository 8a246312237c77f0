import type { ImportColumn } from './import-format';

/** Reasons that refuse the whole file: nothing of it is applied. */
export const fileIssueCodes = [
	'institution.import.empty-file',
	'institution.import.unsupported-encoding',
	'institution.import.unknown-separator',
	'institution.import.missing-columns',
	'institution.import.repeated-columns',
	'institution.import.malformed-csv'
] as const;

/** Reasons that refuse one line, hence the whole agent it belongs to. */
export const lineIssueCodes = [
	'institution.import.unknown-type',
	'institution.import.wrong-cell-count',
	'institution.import.missing-value',
	'institution.import.text-too-long',
	'institution.import.invalid-numen',
	'institution.import.unknown-academie',
	'institution.import.invalid-civility',
	'institution.import.invalid-email',
	'institution.import.invalid-date',
	'institution.import.date-out-of-range',
	'institution.import.dates-out-of-order',
	'institution.import.invalid-number',
	'institution.import.invalid-quotity',
	'institution.import.unknown-corps',
	'institution.import.unknown-grade',
	'institution.import.unknown-echelon',
	'institution.import.unknown-chevron',
	'institution.import.unknown-nature',
	'institution.import.unknown-kind',
	'institution.import.invalid-uai',
	'institution.import.uai-check-letter',
	'institution.import.unknown-departement',
	'institution.import.unknown-establishment',
	'institution.import.invalid-postal-code',
	'institution.import.no-agent-line',
	'institution.import.second-agent-line',
	'institution.import.position-mismatch',
	'institution.import.too-many-lines',
	'institution.import.agent-repeated'
] as const;

/** Worth knowing; the agent is applied. */
export const warningCodes = [
	'institution.import.unknown-columns',
	'institution.import.line-repeated',
	'institution.import.same-agent-repeated'
] as const;

// A call that bundlers may drop: phones never read these.
export const importIssueCodes = /* @__PURE__ */ (() =>
	[...fileIssueCodes, ...lineIssueCodes, ...warningCodes] as const)();
export type ImportIssueCode = (typeof importIssueCodes)[number];
export type LineIssueCode = (typeof lineIssueCodes)[number] | (typeof warningCodes)[number];

export interface ImportIssue {
	readonly code: ImportIssueCode;
	/** Line of the file, the header being line 1; 0 for the file as a whole. */
	readonly line: number;
	readonly column: ImportColumn | null;
	/** What stands in the file, unless the column is personal. */
	readonly value: string | null;
	/** The other line concerned, when two of them disagree. */
	readonly otherLine: number | null;
}

const warnings: ReadonlySet<ImportIssueCode> = /* @__PURE__ */ new Set(warningCodes);
export const isWarning = ({ code }: Pick<ImportIssue, 'code'>): boolean => warnings.has(code);

export const issueAt = (
	code: ImportIssueCode,
	line: number,
	detail: Partial<Pick<ImportIssue, 'column' | 'value' | 'otherLine'>> = {}
): ImportIssue => ({ code, line, column: null, value: null, otherLine: null, ...detail });
