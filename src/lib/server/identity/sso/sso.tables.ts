import type { Generated } from 'kysely';

/** Who, at which identity provider, is which account. The same subject elsewhere is someone else. */
export interface SsoLinkTable {
	issuer: string;
	subject: string;
	account_id: string;
	created_at: Generated<Date>;
}

/** A sign-in on its way through a provider: bound to one browser, used once, gone in minutes. */
export interface SsoAttemptTable {
	/** SHA-256 of the value of that browser's cookie. */
	token_hash: string;
	provider: string;
	state: string;
	/** What the provider's protocol needs at the return. */
	kept: unknown;
	next_page: string | null;
	/** Someone signed in who asked, from our own page, to link this identity to their account. */
	link_account_id: string | null;
	expires_at: Date;
}

export interface SsoTables {
	sso_link: SsoLinkTable;
	sso_attempt: SsoAttemptTable;
}
