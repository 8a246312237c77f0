import type { Role } from '$lib/core/identity';
import type { ColumnType, Generated } from 'kysely';

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
	disabled_at: Date | null;
	created_at: Generated<Date>;
}

export interface SessionTable {
	/** SHA-256 of the cookie's value, which is never stored. */
	id_hash: string;
	account_id: string;
	created_at: Generated<Date>;
	expires_at: ColumnType<Date, Date, Date>;
	/** Short description of the browser, for the list of connected devices. */
	device: string;
}

export interface IdentityTables {
	account: AccountTable;
	session: SessionTable;
}
