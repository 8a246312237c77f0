import type { ImportReport } from '$lib/core/institution';
import type { ImportProgress } from '$lib/server/institution';

/** The two ways to import: in this process, or by the server that holds the database. */
export interface ImportClient {
	/** Hands the file over and returns the import's identifier, its steps having begun. */
	send(path: string, options: { validateOnly: boolean }): Promise<string>;
	progress(id: string): Promise<ImportProgress>;
	report(id: string): Promise<ImportReport>;
	close(): Promise<void>;
}

/** What an operator can act on: shown without a stack. */
export class CommandRefused extends Error {
	readonly forOperator = true;
}
