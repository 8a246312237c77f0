import type { DocumentState, FileRefusal, MedicalOutcome, PurgePlan } from '$lib/core/documents';
import type { CivilDate } from '$lib/core/shared';
import type { Generated, JSONColumnType } from 'kysely';

/** A deposited piece; its bytes are sealed in the store, under its id. */
export interface DocumentTable {
	id: string;
	account_id: string;
	/** Of its owner at the time of the deposit: finds what a service may read, never decides it. */
	academie_code: string;
	type: string;
	name: string;
	issued_on: CivilDate;
	ends_on: CivilDate | null;
	/** In the médecin-conseil's vault. */
	medical: boolean;
	state: DocumentState;
	refusal: FileRefusal | null;
	sha256: string;
	bytes: number;
	pages: number | null;
	version: Generated<number>;
	replaces: string | null;
	/** Master key its own key is wrapped with. */
	key_id: string;
	deposited_at: Date;
	rev: Generated<number>;
}

/** What a piece was filed for, as the room that files it names it. */
export interface DocumentFilingTable {
	document_id: string;
	filing: string;
	/** Last day of the campaign; null while it is not over. */
	campaign_ends_on: CivilDate | null;
	attached_at: Date;
}

/** Keeps a piece past its term: a dispute, an inquiry. */
export interface DocumentHoldTable {
	id: string;
	document_id: string;
	reason: string;
	placed_by: string;
	placed_at: Date;
	lifted_at: Date | null;
}

/** A person asks that a piece go before its term. Granted, the piece and this row are gone. */
export interface ErasureRequestTable {
	id: string;
	document_id: string;
	reason: string;
	asked_at: Date;
	/** Why it is kept. */
	answer: string | null;
	answered_by: string | null;
	answered_at: Date | null;
}

/** What a purge was about to do, written before it did it. */
export interface PurgeRunTable {
	id: string;
	day: CivilDate;
	planned_at: Date;
	plan: JSONColumnType<PurgePlan>;
	done_at: Date | null;
}

/** All that the gestion knows of a medical file. */
export interface MedicalOpinionTable {
	id: string;
	account_id: string;
	filing: string;
	outcome: MedicalOutcome;
	decided_by: string;
	decided_at: Date;
}

export interface DocumentsTables {
	document: DocumentTable;
	document_filing: DocumentFilingTable;
	document_hold: DocumentHoldTable;
	erasure_request: ErasureRequestTable;
	purge_run: PurgeRunTable;
	medical_opinion: MedicalOpinionTable;
}
