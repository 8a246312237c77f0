/**
 * Writing CSV that a spreadsheet opens without running anything: a cell that begins as a formula
 * does is given an apostrophe, which shows the text as it is.
 */
const formula = /^[\s\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;

function cell(value: string | number | null): string {
	if (typeof value === 'number') return String(value).replace('.', ',');
	const text = value ?? '';
	const safe = formula.test(text) ? `'${text}` : text;
	return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Semicolons and a byte-order mark: what a French spreadsheet expects. */
export const writeCsv = (
	header: readonly string[],
	rows: readonly (readonly (string | number | null)[])[]
): string => `\uFEFF${[header, ...rows].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
