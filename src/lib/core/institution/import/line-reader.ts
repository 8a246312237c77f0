/**
 * Reads the cells of one line. Each method returns the value, or null after noting why it could not;
 * so a line says everything that is wrong with it at once.
 */
import { parseCivilDate, type CivilDate } from '../../shared';
import { hasUaiShape, parseUai, type Uai } from '../uai';
import { personalColumns, type Header, type ImportColumn } from './import-format';
import { issueAt, type ImportIssue, type LineIssueCode } from './import-issue';

const EARLIEST = '1930-01-01';
const LATEST = '2099-12-31';
const frenchDate = /^(\d{2})\/(\d{2})\/(\d{4})$/;
const alreadyClean = /^(?:[!-~]+(?: [!-~]+)*)?$/;
const MAX_SHOWN = 60;

/** NFC, without control characters, single spaces. */
const clean = (text: string): string =>
	alreadyClean.test(text)
		? text
		: text
				.normalize('NFC')
				.replace(/[\p{Cc}\p{Zs}]+/gu, ' ')
				.trim();

export class LineReader {
	constructor(
		readonly line: number,
		private readonly cells: readonly string[],
		private readonly header: Header,
		private readonly issues: ImportIssue[]
	) {}

	note(code: LineIssueCode, column: ImportColumn | null = null, value: string | null = null): null {
		const shown = value === null || (column && personalColumns.has(column)) ? null : value;
		this.issues.push(
			issueAt(code, this.line, { column, value: shown?.slice(0, MAX_SHOWN) ?? null })
		);
		return null;
	}

	cell(column: ImportColumn): string {
		const at = this.header.at.get(column);
		return at === undefined ? '' : clean(this.cells[at] ?? '');
	}

	get hasRightWidth(): boolean {
		return this.cells.length === this.header.width;
	}

	text(column: ImportColumn, max = 120): string | null {
		const text = this.cell(column);
		if (text.length > max) return this.note('institution.import.text-too-long', column, text);
		return text === '' ? null : text;
	}

	required<T>(column: ImportColumn, read: (column: ImportColumn) => T | null): T | null {
		if (this.cell(column) === '') return this.note('institution.import.missing-value', column);
		return read(column);
	}

	requiredText(column: ImportColumn, max?: number): string | null {
		return this.required(column, () => this.text(column, max));
	}

	date = (column: ImportColumn): CivilDate | null => {
		const text = this.cell(column);
		if (text === '') return null;
		const french = frenchDate.exec(text);
		const date = parseCivilDate(french ? `${french[3]}-${french[2]}-${french[1]}` : text);
		if (!date) return this.note('institution.import.invalid-date', column, text);
		if (date < EARLIEST || date > LATEST)
			return this.note('institution.import.date-out-of-range', column, text);
		return date;
	};

	decimal = (column: ImportColumn): number | null => {
		const text = this.cell(column);
		if (text === '') return null;
		if (!/^\d{1,5}([.,]\d{1,4})?$/.test(text))
			return this.note('institution.import.invalid-number', column, text);
		return Number(text.replace(',', '.'));
	};

	/** A whole number within bounds. */
	whole(column: ImportColumn, min: number, max: number): number | null {
		const text = this.cell(column);
		if (text === '') return null;
		const value = /^\d{1,4}$/.test(text) ? Number(text) : NaN;
		return value >= min && value <= max
			? value
			: this.note('institution.import.invalid-number', column, text);
	}

	/** Share of a full service: `1`, `0,8` or `80 %`. A whole service when the cell is empty. */
	quotity(column: ImportColumn): number | null {
		const text = this.cell(column);
		if (text === '') return 1;
		const match = /^(\d{1,3}(?:[.,]\d{1,4})?) ?(%?)$/.exec(text);
		const value = match ? Number(match[1]!.replace(',', '.')) / (match[2] ? 100 : 1) : NaN;
		return value > 0 && value <= 1
			? Math.round(value * 10_000) / 10_000
			: this.note('institution.import.invalid-quotity', column, text);
	}

	uai = (column: ImportColumn): Uai | null => {
		const text = this.cell(column).toUpperCase();
		if (!hasUaiShape(text)) return this.note('institution.import.invalid-uai', column, text);
		return parseUai(text) ?? this.note('institution.import.uai-check-letter', column, text);
	};

	/** One of a closed list. */
	choice<T extends string>(
		column: ImportColumn,
		choices: readonly T[],
		otherwise: LineIssueCode
	): T | null {
		const text = this.cell(column);
		return (choices as readonly string[]).includes(text)
			? (text as T)
			: this.note(otherwise, column, text);
	}
}
