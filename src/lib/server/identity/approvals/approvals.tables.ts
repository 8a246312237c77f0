import type { ApprovalKind } from '$lib/core/identity';

/** A request that a second person agrees to, or not. */
export interface ApprovalTable {
	id: string;
	academie_code: string;
	kind: ApprovalKind;
	/** Exactly what is to be done, as the room that asks writes it: agreeing to it allows nothing else. */
	subject: string;
	reason: string;
	asked_by: string;
	asked_at: Date;
	expires_at: Date;
	decided_by: string | null;
	decided_at: Date | null;
	approved: boolean | null;
	/** An agreement serves once. */
	used_at: Date | null;
}

export interface ApprovalsTables {
	approval: ApprovalTable;
}
