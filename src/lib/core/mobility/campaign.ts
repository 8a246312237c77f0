import type { Confidence, Source } from '../reference';
import type { CivilDate } from '../shared';
import { partsOf, dateFrom } from '../shared';
import type { Exclusion, ExclusiveGroup, ReferenceDate, Rule } from './rule';

/** `inter`: second degree, wishes are académies. `interdepartemental`: first degree, départements. */
export const movements = ['inter', 'interdepartemental'] as const;
export type Movement = (typeof movements)[number];

/** Highest échelon of a grade: beyond it the value typed is impossible. */
export interface EchelonRange {
	readonly corps: readonly string[];
	readonly grade: string;
	readonly max: number;
}

/** A set of rules, in force for one or several campaigns. */
export interface Bareme {
	readonly id: string;
	readonly label: string;
	readonly movement: Movement;
	readonly readOn: CivilDate;
	readonly sources: readonly Source[];
	readonly statuts: readonly ('titulaire' | 'stagiaire')[];
	readonly echelons: readonly EchelonRange[];
	readonly maxWishes: {
		readonly value: number;
		readonly confidence: Confidence;
		readonly sources: readonly string[];
	};
	/** Départements that count as one when years of separation are counted. */
	readonly singleEntities: readonly (readonly string[])[];
	/** Years of separation that count at most, leave counted by half; a stage counts for one. */
	readonly separation: { readonly cap: number; readonly stagiaireCap: number };
	/** Overseas wishes a centre of interests can be recognised in. */
	readonly cimm: readonly string[];
	readonly rules: readonly Rule[];
	readonly exclusions: readonly Exclusion[];
	readonly groups: readonly ExclusiveGroup[];
	readonly extension: {
		readonly excluded: readonly string[];
		readonly sources: readonly string[];
		readonly confidence: Confidence;
	} | null;
}

export interface DatedFact {
	readonly value: CivilDate;
	readonly confidence: Confidence;
}

export interface Phase {
	readonly id: string;
	readonly label: string;
	/** Civil day, with the hour in Paris when it is published (`2025-11-05T12:00`). */
	readonly from: string | null;
	readonly to: string | null;
	/** Académie the dates were read for, when they vary. */
	readonly academie?: string;
	readonly confidence: Confidence;
	readonly sources: readonly string[];
}

export interface Campaign {
	readonly id: string;
	readonly movement: Movement;
	/** Year of the rentrée: the N of the rules. */
	readonly year: number;
	readonly label: string;
	/** Set of rules published for it, or null. */
	readonly bareme: string | null;
	readonly texts: readonly string[];
	readonly dates: Readonly<Record<ReferenceDate, DatedFact>> | null;
	readonly phases: readonly Phase[];
	readonly note: string | null;
}

const shapeOfId = /^(inter|interdepartemental)-(\d{4})$/;

/** What an identifier says, even of a campaign nobody has described yet. */
export function readCampaignId(id: string): { movement: Movement; year: number } | null {
	const match = shapeOfId.exec(id);
	return match ? { movement: match[1] as Movement, year: Number(match[2]) } : null;
}

/** The reference dates of one campaign moved to another year; only the year is assumed. */
export function datesShiftedTo(
	dates: Readonly<Record<ReferenceDate, DatedFact>>,
	years: number
): Readonly<Record<ReferenceDate, DatedFact>> {
	const moved = Object.entries(dates).map(([name, fact]) => {
		const { year, month, day } = partsOf(fact.value);
		const value = dateFrom(year + years, month, day);
		return [name, { value, confidence: years === 0 ? fact.confidence : 'non-verifiee' }];
	});
	return Object.fromEntries(moved) as Record<ReferenceDate, DatedFact>;
}
