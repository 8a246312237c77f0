/** Names of the contract and of the reference data; the data says which corps has which grades. */
export const corpsIds = [
	'certifie',
	'agrege',
	'plp',
	'peps',
	'pe',
	'cpe',
	'psyen',
	'chaire-superieure',
	'contractuel'
] as const;
export type CorpsId = (typeof corpsIds)[number];

export const gradeIds = [
	'classe-normale',
	'hors-classe',
	'classe-exceptionnelle',
	'unique',
	'categorie-1',
	'categorie-2'
] as const;
export type GradeId = (typeof gradeIds)[number];

export const chevrons = ['HEA1', 'HEA2', 'HEA3', 'HEB1', 'HEB2', 'HEB3'] as const;
export type Chevron = (typeof chevrons)[number];

/** Grades of the teaching corps, lowest first. */
export const gradeOrder: readonly GradeId[] = [
	'classe-normale',
	'hors-classe',
	'classe-exceptionnelle'
];
