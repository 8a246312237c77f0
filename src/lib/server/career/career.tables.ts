import type { Generated } from 'kysely';

/** « Signaler une erreur »: what the person says is wrong in their record. */
export interface CareerReportTable {
	id: string;
	account_id: string;
	agent_id: string;
	/** What is wrong: `identite`, `echelon`, `affectation`, `diplome`, `formation`, `autre`. */
	subject: string;
	message: string;
	/** Mutation that brought it. */
	version: Generated<string>;
	created_at: Generated<Date>;
	rev: Generated<number>;
}

export interface CareerTables {
	career_report: CareerReportTable;
}
