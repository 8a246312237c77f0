import type { AcademieSettings } from '$lib/core/institution';
import type { CivilDate } from '$lib/core/shared';
import type { Generated, JSONColumnType } from 'kysely';

export interface AcademieTable {
	/** Code of the administration: `19` is Reims. */
	code: string;
	name: string;
	/** Addresses, mail domain, dates: everything that changes from one académie to the next. */
	settings: JSONColumnType<AcademieSettings>;
	rev: Generated<number>;
}

export interface EstablishmentTable {
	/** UAI (formerly RNE): seven digits and a check letter. */
	uai: string;
	academie_code: string;
	departement: string;
	kind: string;
	name: string;
	city: string;
	postal_code: string;
}

/** One person as the HR file gives them. The NUMEN itself is never kept, only its keyed digest. */
export interface AgentTable {
	id: string;
	academie_code: string;
	numen_digest: string;
	civility: string;
	last_name: string;
	first_name: string;
	birth_date: CivilDate | null;
	email: string | null;
	corps: string;
	grade: string;
	echelon: number;
	chevron: string | null;
	echelon_since: CivilDate;
	grade_since: CivilDate | null;
	corps_since: CivilDate | null;
	discipline: string | null;
	/** Share of a full service, 0.5 to 1. */
	quotity: Generated<number>;
	/** Current post; null between two posts. */
	uai: string | null;
	/** Digest of all that was imported for this person: an unchanged agent is not touched. */
	content_digest: string;
	/** When the HR file last changed this person. */
	record_updated_at: Date;
	left_at: CivilDate | null;
	/** Head of the person's stream when the record last changed. */
	rev: Generated<number>;
}

export interface AssignmentTable {
	agent_id: string;
	rank: number;
	uai: string;
	nature: string;
	from_date: CivilDate;
	to_date: CivilDate | null;
	quotity: number;
}

/** Échelons, grades and corps already gone through, oldest first. */
export interface CareerStepTable {
	agent_id: string;
	rank: number;
	corps: string;
	grade: string;
	echelon: number;
	chevron: string | null;
	from_date: CivilDate;
}

export interface DiplomaTable {
	agent_id: string;
	rank: number;
	label: string;
	level: string | null;
	year: number | null;
}

export interface TrainingTable {
	agent_id: string;
	rank: number;
	label: string;
	from_date: CivilDate;
	to_date: CivilDate | null;
	hours: number | null;
	/** Competence of the référentiel (2013) the course works on, when the file says so. */
	competence: string | null;
}

export interface InstitutionTables {
	academie: AcademieTable;
	establishment: EstablishmentTable;
	agent: AgentTable;
	assignment: AssignmentTable;
	career_step: CareerStepTable;
	diploma: DiplomaTable;
	training: TrainingTable;
}
