/**
 * One person's career as the HR file gave it: what is imported, synced to the phone and shown.
 * Plain JSON, so that it travels and is stored as it is. Lists are oldest first.
 */
import type { CivilDate } from '../shared';

export interface AgentRecord {
	readonly id: string;
	/** Code of the académie the person belongs to. */
	readonly academie: string;
	readonly civility: string;
	readonly lastName: string;
	readonly firstName: string;
	readonly birthDate: CivilDate | null;
	readonly email: string | null;
	/** Identifiers of the reference data: `certifie`, `classe-normale`… */
	readonly corps: string;
	readonly grade: string;
	readonly echelon: number;
	/** Chevron of a hors-échelle group, such as `HEA1`. */
	readonly chevron: string | null;
	readonly echelonSince: CivilDate;
	readonly gradeSince: CivilDate | null;
	readonly corpsSince: CivilDate | null;
	readonly discipline: string | null;
	/** Share of a full service, 0.5 to 1. */
	readonly quotity: number;
	/** Current post; null between two posts. */
	readonly establishment: Workplace | null;
	readonly assignments: readonly Assignment[];
	readonly steps: readonly CareerStep[];
	readonly diplomas: readonly Diploma[];
	readonly trainings: readonly Training[];
	/** Instant (ISO 8601) at which the HR file last changed this person. */
	readonly recordUpdatedAt: string;
}

export interface Workplace {
	readonly uai: string;
	readonly name: string;
	readonly city: string;
}

export interface Assignment {
	readonly workplace: Workplace;
	readonly nature: string;
	readonly from: CivilDate;
	/** Last day, null for the current post. */
	readonly to: CivilDate | null;
	readonly quotity: number;
}

/** An échelon, grade or corps entered on `from`; the last one is the current position. */
export interface CareerStep {
	readonly corps: string;
	readonly grade: string;
	readonly echelon: number;
	readonly chevron: string | null;
	readonly from: CivilDate;
}

export interface Diploma {
	readonly label: string;
	readonly level: string | null;
	readonly year: number | null;
}

export interface Training {
	readonly label: string;
	readonly from: CivilDate;
	readonly to: CivilDate | null;
	readonly hours: number | null;
	/** Competence of the 2013 référentiel the course works on, when the file says so. */
	readonly competence: string | null;
}
