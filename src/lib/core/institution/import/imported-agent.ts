import type { CivilDate } from '../../shared';
import type { CareerStep, Diploma, Training } from '../agent-record';
import type { AssignmentNature, Establishment } from '../establishment';
import type { Uai } from '../uai';

/** One agent as the file gives them, complete and checked; lists are oldest first. */
export interface ImportedAgent {
	readonly academie: string;
	readonly civility: 'M.' | 'Mme';
	readonly lastName: string;
	readonly firstName: string;
	readonly birthDate: CivilDate | null;
	readonly email: string | null;
	readonly corps: string;
	readonly grade: string;
	readonly echelon: number;
	readonly chevron: string | null;
	readonly echelonSince: CivilDate;
	readonly gradeSince: CivilDate | null;
	readonly corpsSince: CivilDate | null;
	readonly discipline: string | null;
	readonly quotity: number;
	/** Where the person serves now. */
	readonly uai: Uai | null;
	readonly leftAt: CivilDate | null;
	readonly assignments: readonly ImportedAssignment[];
	readonly steps: readonly CareerStep[];
	readonly diplomas: readonly Diploma[];
	readonly trainings: readonly Training[];
}

export interface ImportedAssignment {
	readonly uai: Uai;
	readonly nature: AssignmentNature;
	readonly from: CivilDate;
	readonly to: CivilDate | null;
	readonly quotity: number;
}

export type ImportedEstablishment = Establishment;

/** What stands on the `agent` line alone. */
export type AgentLine = Omit<
	ImportedAgent,
	'uai' | 'assignments' | 'steps' | 'diplomas' | 'trainings'
>;
