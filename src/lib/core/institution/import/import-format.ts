/** The columns and line types of the agents' file; `docs/import.md` describes them to operators. */
export const importColumns = [
	'type',
	'numen',
	'academie',
	'civilite',
	'nom',
	'prenom',
	'naissance',
	'courriel',
	'corps',
	'grade',
	'echelon',
	'chevron',
	'date_echelon',
	'date_grade',
	'date_corps',
	'discipline',
	'quotite',
	'sortie',
	'uai',
	'nature',
	'debut',
	'fin',
	'libelle',
	'niveau',
	'annee',
	'heures',
	'competence',
	'commune',
	'code_postal'
] as const;
export type ImportColumn = (typeof importColumns)[number];

export const lineTypes = [
	'etablissement',
	'agent',
	'affectation',
	'echelon',
	'diplome',
	'formation'
] as const;
export type LineType = (typeof lineTypes)[number];

/** Without these no agent can be read; the others may be left out of the file. */
export const requiredColumns = [
	'type',
	'numen',
	'academie',
	'civilite',
	'nom',
	'prenom',
	'corps',
	'grade',
	'echelon',
	'date_echelon'
] as const satisfies readonly ImportColumn[];

/** What the columns hold about a person: never repeated in a report. */
export const personalColumns: ReadonlySet<ImportColumn> = /* @__PURE__ */ new Set([
	'numen',
	'nom',
	'prenom',
	'naissance',
	'courriel'
]);

export interface Header {
	/** Position of each known column. */
	readonly at: ReadonlyMap<ImportColumn, number>;
	readonly width: number;
	readonly missing: readonly ImportColumn[];
	readonly unknown: readonly string[];
	readonly repeated: readonly ImportColumn[];
}

const aliases: Readonly<Record<string, ImportColumn>> = { rne: 'uai' };
const known: ReadonlySet<string> = /* @__PURE__ */ new Set(importColumns);

/** `Date d’échelon` and `date_echelon` name the same column. */
const columnName = (text: string): string => {
	const name = text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/\b(de|d|du)(?=['’ ])/g, ' ')
		.replace(/[^a-z0-9]+/g, '_')
		.replace(/^_|_$/g, '');
	return aliases[name] ?? name;
};

export function readHeader(cells: readonly string[]): Header {
	const at = new Map<ImportColumn, number>();
	const unknown: string[] = [];
	const repeated: ImportColumn[] = [];
	cells.forEach((cell, index) => {
		const name = columnName(cell) as ImportColumn;
		if (!known.has(name)) unknown.push(cell.trim().slice(0, 60));
		else if (at.has(name)) repeated.push(name);
		else at.set(name, index);
	});
	const missing = requiredColumns.filter((column) => !at.has(column));
	return { at, width: cells.length, missing, unknown, repeated };
}

/** The separator of a header line: whichever of `;` and `,` it holds most, outside quotes. */
export function detectSeparator(headerLine: string): ';' | ',' | null {
	const bare = headerLine.replace(/"[^"]*"/g, '');
	const semicolons = bare.split(';').length;
	const commas = bare.split(',').length;
	if (semicolons === 1 && commas === 1) return null;
	return semicolons >= commas ? ';' : ',';
}
