import type {
	Factor,
	FlowPurpose,
	PasswordMarks,
	Role,
	SecurityEventKind
} from '$lib/core/identity';
import type { ColumnType, Generated, JSONColumnType } from 'kysely';

export interface AccountTable {
	id: string;
	academie_code: string;
	/** The person's own record, for those who have one. */
	agent_id: string | null;
	role: Role;
	/** Lower case, as the académie's convention forms it. */
	identifier: string;
	email: string;
	first_name: string;
	last_name: string;
	/** School of a head, département of a manager: what bounds the role. */
	uai: string | null;
	departement: string | null;
	password_hash: string | null;
	password_changed_at: Date | null;
	/** What can be advised on the password, never a measure of it. */
	password_marks: JSONColumnType<PasswordMarks> | null;
	/** Confirmed address outside the académie, where recovery codes also go. */
	recovery_email: string | null;
	/** Its successor, and when that takes effect: its owner has time to object. */
	next_recovery_email: string | null;
	next_recovery_at: Date | null;
	disabled_at: Date | null;
	created_at: Generated<Date>;
}

export interface SessionTable {
	/** SHA-256 of the cookie's value, which is never stored. */
	id_hash: string;
	account_id: string;
	created_at: Generated<Date>;
	expires_at: Date;
	/** Short description of the browser, for the list of connected devices. */
	device: string;
	/** Unused for that long, the session ends. */
	idle_seconds: number;
	/** Used or not, the session ends then. */
	ends_at: Date;
	last_seen_at: Generated<Date>;
	/** Strongest proof given in this session. */
	factor: Factor;
	/** When that proof was last given. */
	verified_at: Date;
}

/** A browser on which a person has signed in: their own mistakes there never count against others. */
export interface KnownDeviceTable {
	id: string;
	account_id: string;
	token_hash: string;
	label: string;
	first_seen_at: Date;
	last_seen_at: Date;
}

/** Failures under one key (a typed name, an address, a device), shared by every instance. */
export interface AttemptCounterTable {
	key: string;
	failures: number;
	last_at: Date;
	blocked_until: Date | null;
}

export interface SecurityEventTable {
	id: string;
	at: Date;
	kind: SecurityEventKind;
	account_id: string | null;
	/** Keyed digest of the name typed, which may belong to nobody. */
	name_digest: string | null;
	/** IPv4 address or IPv6 /64. */
	address: Generated<string>;
	device: Generated<string>;
}

/**
 * A person proving something in several steps, held by a cookie. The same row exists whether or not
 * the name typed belongs to someone, so that nothing can be told from the outside.
 */
export interface ProofFlowTable {
	id: string;
	/** SHA-256 of the cookie's value. */
	token_hash: string;
	purpose: FlowPurpose;
	data: ColumnType<Readonly<Record<string, string>>, string, string>;
	account_id: string | null;
	agent_id: string | null;
	created_at: Date;
	expires_at: Date;
	/** Keyed digest of the code sent; null when none was. */
	code_digest: string | null;
	code_tries: Generated<number>;
	/** The code has been given. */
	proven_at: Date | null;
	/** What the proof was for has been done. */
	used_at: Date | null;
}

export interface TotpTable {
	account_id: string;
	/** Encrypted: it must be read back to compute codes. */
	secret: string;
	/** Null until a first code has shown that the application is set. */
	confirmed_at: Date | null;
	/** Last time step accepted: a code is good once. */
	last_counter: Generated<number>;
}

export interface PasskeyTable {
	/** Credential identifier given by the authenticator. */
	id: string;
	account_id: string;
	public_key: string;
	counter: number;
	transports: string;
	label: string;
	created_at: Date;
	last_used_at: Date | null;
}

export interface RecoveryCodeTable {
	account_id: string;
	digest: string;
	used_at: Date | null;
}

/** One line of the journal; `hash` seals it with everything before. */
export interface AuditEntryTable {
	seq: number;
	at: Date;
	actor_id: string;
	/** Function and service at that moment: the journal outlives the account. */
	actor_function: Role;
	actor_service: string;
	action: string;
	/** Whose file, when it is someone's. */
	agent_id: string | null;
	purpose: string;
	hash: string;
}

/** Exactly one row: the last line of the journal. */
export interface AuditHeadTable {
	id: Generated<number>;
	seq: number;
	hash: string;
}

/** Which account each button of the demonstration enters. */
export interface DemoAccountTable {
	key: string;
	account_id: string;
}

export interface IdentityTables {
	demo_account: DemoAccountTable;
	proof_flow: ProofFlowTable;
	totp: TotpTable;
	audit_entry: AuditEntryTable;
	audit_head: AuditHeadTable;
	passkey: PasskeyTable;
	recovery_code: RecoveryCodeTable;
	account: AccountTable;
	session: SessionTable;
	known_device: KnownDeviceTable;
	attempt_counter: AttemptCounterTable;
	security_event: SecurityEventTable;
}
