import type { AcademieSettings } from './academie-settings';

/** What the phone knows of its académie: the name, and the settings fit for every member. */
export interface AcademieProfile {
	readonly code: string;
	readonly name: string;
	readonly settings: AcademieSettings;
}

/** An académie as the reference data describes it. */
export interface AcademieData {
	readonly code: string;
	readonly name: string;
	readonly region: string;
	readonly rectoratTown: string;
	readonly departements: readonly { readonly code: string; readonly name: string }[];
	/** Codes of the académies across a land border. */
	readonly neighbours: readonly string[];
	/** Neighbours by usage, over the sea: to be confirmed. */
	readonly neighboursOverSea: readonly string[];
}
