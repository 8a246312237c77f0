/** Agents' files for tests: each line is said by the columns that matter to it. */
import { uaiCheckLetter, writeFile, type FileCells } from '$lib/core/institution';

export type Line = FileCells;

/** A valid UAI from its seven digits. */
export const uai = (digits: string): string => digits + uaiCheckLetter(digits);

/** A well-formed invented NUMEN. */
export const numen = (n: number): string => `19E${String(n).padStart(7, '0')}ZZZ`;

export const college = uai('0519001');

export const establishment = (line: Line = {}): Line => ({
	type: 'etablissement',
	uai: college,
	nature: 'college',
	libelle: 'Collège Claire-Fontaine',
	commune: 'Reims',
	code_postal: '51100',
	...line
});

export const agent = (n: number, line: Line = {}): Line => ({
	type: 'agent',
	numen: numen(n),
	academie: '19',
	civilite: 'Mme',
	nom: `Éléonore-${n}`,
	prenom: 'Noé',
	corps: 'certifie',
	grade: 'classe-normale',
	echelon: '8',
	date_echelon: '2025-03-01',
	...line
});

export const assignment = (n: number, line: Line = {}): Line => ({
	type: 'affectation',
	numen: numen(n),
	uai: college,
	nature: 'definitive',
	debut: '2015-09-01',
	...line
});

export const step = (n: number, line: Line = {}): Line => ({
	type: 'echelon',
	numen: numen(n),
	corps: 'certifie',
	grade: 'classe-normale',
	echelon: '8',
	debut: '2025-03-01',
	...line
});

export const diploma = (n: number, line: Line = {}): Line => ({
	type: 'diplome',
	numen: numen(n),
	libelle: 'Master MEEF',
	niveau: '7',
	annee: '2012',
	...line
});

export const training = (n: number, line: Line = {}): Line => ({
	type: 'formation',
	numen: numen(n),
	libelle: 'Évaluer par compétences',
	debut: '2024-01-15',
	heures: '6,5',
	...line
});

/** The whole life of an agent, on five lines. */
export const fullAgent = (n: number, line: Line = {}): Line[] => [
	agent(n, line),
	assignment(n),
	step(n),
	diploma(n),
	training(n)
];

export const csv = (
	lines: readonly Line[],
	{ columns, separator }: { columns?: readonly string[]; separator?: ';' | ',' } = {}
): string => [...writeFile(lines, columns, separator)].join('');
