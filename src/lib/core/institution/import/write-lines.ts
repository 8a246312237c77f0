import { importColumns, type ImportColumn } from './import-format';

/** One line of an agents' file, said by the columns that matter to its type. */
export type FileCells = Partial<Record<ImportColumn, string>>;

const quoted = (text: string): string =>
	/[";,\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const written = (cells: readonly string[], separator: string): string =>
	`${cells.map(quoted).join(separator)}\r\n`;

/** The lines of a file as a spreadsheet would write them, header first. */
export function* writeFile(
	lines: Iterable<FileCells>,
	columns: readonly string[] = importColumns,
	separator: ';' | ',' = ';'
): Generator<string> {
	yield written(columns, separator);
	for (const line of lines)
		yield written(
			columns.map((column) => line[column as ImportColumn] ?? ''),
			separator
		);
}
