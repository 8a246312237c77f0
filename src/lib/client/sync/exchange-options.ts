import type { Protection } from '$lib/core/identity';
import type { Result } from '$lib/core/shared';
import type { LocalDatabase } from '../db';
import type { Fetch, HttpFailure } from '../http';

export interface ExchangeOptions {
	readonly db: LocalDatabase;
	/** Account whose database this is. */
	readonly person: string;
	readonly fetch: Fetch;
	readonly newId: () => string;
	/** How this phone protects what it keeps, for the list of devices. */
	readonly protection: Protection;
	/** What must be done before anything is read to be sent: keys may have to come back first. */
	readonly prepare?: () => Promise<Result<unknown, HttpFailure>>;
}
