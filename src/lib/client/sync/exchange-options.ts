import type { LocalDatabase } from '../db';
import type { Fetch } from '../http';

export interface ExchangeOptions {
	readonly db: LocalDatabase;
	/** Account whose database this is. */
	readonly person: string;
	readonly fetch: Fetch;
	readonly newId: () => string;
}
