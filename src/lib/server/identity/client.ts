import type { Clock, NewId } from '$lib/core/shared';

/** The browser that asks. */
export interface Client {
	readonly address: string;
	readonly device: string;
	/** Value of its device cookie. */
	readonly deviceToken: string | null;
	/** Value of its session cookie, which signing in replaces. */
	readonly sessionId: string | null;
}

/** What every use-case of identity is given. */
export interface IdentityDeps {
	readonly clock: Clock;
	readonly newId: NewId;
}
