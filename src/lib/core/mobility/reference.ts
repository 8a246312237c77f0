import type { Source } from '../reference';
import type { Bareme, Campaign } from './campaign';
import {
	createGeography,
	type AcademieData,
	type DepartementsData,
	type Geography
} from './geography';
import type { Piece } from './pieces';

/** Score of the last person who entered an académie, year by year. */
export interface Bar {
	readonly year: number;
	/** Null when one person or nobody entered: the figure is then hidden. */
	readonly points: number | null;
	readonly entrants: number | null;
}

export interface DisciplineBars {
	readonly code: string;
	readonly label: string;
	readonly confidence: Readonly<Record<string, string>>;
	readonly note: string;
	readonly rows: readonly { readonly academie: string; readonly bars: readonly Bar[] }[];
}

/** The data files, as they are written. */
export interface MobilityData {
	readonly sources: readonly Source[];
	readonly campaigns: readonly Campaign[];
	readonly baremes: readonly Bareme[];
	readonly academies: { readonly academies: readonly AcademieData[] };
	readonly departements: DepartementsData;
	readonly barres: {
		readonly sources: readonly Source[];
		readonly disciplines: readonly DisciplineBars[];
	};
	readonly pieces: { readonly sources: readonly Source[]; readonly items: readonly Piece[] };
}

/** What the engine and the screens read, indexed once. */
export interface MobilityReference {
	readonly version: string;
	readonly geography: Geography;
	readonly campaigns: readonly Campaign[];
	readonly baremes: readonly Bareme[];
	readonly bars: readonly DisciplineBars[];
	readonly pieces: readonly Piece[];
}

export const compileMobility = (data: MobilityData, version: string): MobilityReference => ({
	version,
	geography: createGeography(data.academies.academies, data.departements),
	campaigns: data.campaigns,
	baremes: data.baremes,
	bars: data.barres.disciplines,
	pieces: data.pieces.items
});
