/** Someone refused from abroad, who asks for a few days; granted or not by those who unblock. */
export interface UnblockRequestTable {
	id: string;
	account_id: string;
	reason: string;
	days: number;
	asked_at: Date;
	decided_by: string | null;
	decided_at: Date | null;
	/** Null: refused, or not decided yet. */
	granted_until: Date | null;
}

/** A teacher in no HR file (MFR, CFA, not listed yet) who asks for an account. */
export interface AccessRequestTable {
	id: string;
	academie_code: string;
	first_name: string;
	last_name: string;
	email: string;
	workplace: string;
	reason: string;
	asked_at: Date;
	decided_by: string | null;
	decided_at: Date | null;
	approved: boolean | null;
}

/** A message that imitates Carnet, as someone described it. */
export interface PhishingReportTable {
	id: string;
	academie_code: string;
	account_id: string | null;
	at: Date;
	description: string;
}

export interface AccessTables {
	phishing_report: PhishingReportTable;
	unblock_request: UnblockRequestTable;
	access_request: AccessRequestTable;
}
