/** Makes what the room needs from the settings: where pieces stand, under which keys, looked at by whom. */
import type { Clock, NewId } from '$lib/core/shared';
import { join } from 'node:path';
import type { DocumentsEnv } from '../env';
import { depositFolder } from './deposit/deposit-folder';
import type { DocumentsDeps } from './documents-deps';
import { fileStore, keyRing, openVault, s3Store, within } from './storage';
import { inspectorPool } from './validation/inspector-pool';

export function openDocuments({
	env,
	clock,
	newId
}: {
	env: { readonly dataDir: string; readonly documents: DocumentsEnv };
	clock: Clock;
	newId: NewId;
}): DocumentsDeps {
	const { dataDir, documents } = env;
	const store = documents.s3 ? s3Store(documents.s3) : fileStore(join(dataDir, 'pieces'));
	const pieces = keyRing(documents.keys);
	const rings = { pieces, medical: keyRing(documents.medicalKeys) };
	return {
		...{ clock, newId, store, clamd: documents.clamd },
		vault: openVault(store, rings),
		attachments: openVault(within(store, 'jointes'), rings),
		inspectors: inspectorPool(),
		deposits: depositFolder(join(dataDir, 'depots'), pieces)
	};
}
