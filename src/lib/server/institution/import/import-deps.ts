import type { Clock, NewId } from '$lib/core/shared';
import type { ImportStorage } from './import-storage';

/** What every step of an import is handed. */
export interface ImportDeps {
	readonly clock: Clock;
	readonly newId: NewId;
	readonly storage: ImportStorage;
	/** Resolves when no request is waiting to be served, or after a moment. */
	readonly giveWay: () => Promise<void>;
}
