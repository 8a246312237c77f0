import type { Clock, NewId } from '$lib/core/shared';
import type { DepositFolder } from './deposit/deposit-folder';
import type { BlobStore, Vault } from './storage';
import type { ClamdAddress } from './validation/clamd';
import type { InspectorPool } from './validation/inspector-pool';

/** What the use-cases of this room need, made once by the composition root. */
export interface DocumentsDeps {
	readonly clock: Clock;
	readonly newId: NewId;
	readonly vault: Vault;
	/** What services join to what they write: nobody's piece, in a part of the store of its own. */
	readonly attachments: Vault;
	/** The same place as the vault's, for what is not a piece. */
	readonly store: BlobStore;
	readonly inspectors: InspectorPool;
	/** Null: no antivirus on this installation. */
	readonly clamd: ClamdAddress | null;
	/** Uploads in progress. */
	readonly deposits: DepositFolder;
}
