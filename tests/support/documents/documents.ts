/** The room of documents for a test: a real store in a folder, real inspectors, a clock to move. */
import { uuidv7 } from '$lib/core/shared';
import { openDocuments, receiveDeposit, type DocumentsDeps } from '$lib/server/documents';
import type { SessionUser } from '$lib/core/identity';
import { newDepositId } from '$lib/server/documents/deposit/deposit-folder';
import type { DocumentsEnv } from '$lib/server/env';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

export const settings: DocumentsEnv = {
	keys: [Buffer.alloc(32, 1)],
	medicalKeys: [Buffer.alloc(32, 2)],
	s3: null,
	clamd: null
};

export interface TestDocuments {
	readonly deps: DocumentsDeps;
	readonly folder: string;
	now: Date;
	remove(): void;
}

export function startDocuments(changes: Partial<DocumentsEnv> = {}): TestDocuments {
	const folder = mkdtempSync(join(tmpdir(), 'carnet-documents-'));
	const started: { now: Date } = { now: new Date('2026-11-22T10:00:00Z') };
	const deps = openDocuments({
		env: { dataDir: folder, documents: { ...settings, ...changes } },
		clock: { now: () => started.now },
		newId: () => uuidv7(started.now.getTime(), randomBytes(10))
	});
	return Object.assign(started, {
		...{ deps, folder },
		remove: () => {
			deps.inspectors.close();
			rmSync(folder, { recursive: true, force: true });
		}
	});
}

export const aDeposit = (bytes: Buffer, changes: object = {}) => ({
	...{ id: randomUUID(), type: 'justificatif-domicile', name: 'JustifDomicile_Avril2026.pdf' },
	...{ issuedOn: '2026-04-12', endsOn: null, replaces: null, bytes: bytes.length },
	sha256: createHash('sha256').update(bytes).digest('hex'),
	...changes
});

/** Puts bytes where an upload leaves them, and gives its id. */
export async function uploaded(
	user: SessionUser,
	bytes: Buffer,
	{ deps }: Pick<TestDocuments, 'deps'>
): Promise<string> {
	const id = newDepositId(user.id);
	const createdAt = deps.clock.now().toISOString();
	await deps.deposits.create(id, { accountId: user.id, bytes: bytes.length, createdAt });
	await deps.deposits.append(id, 0, Readable.from([bytes]));
	return id;
}

/** A whole deposit, up to its receipt. */
export async function deposit(
	user: SessionUser,
	bytes: Buffer,
	documents: Pick<TestDocuments, 'deps'>,
	changes: object = {}
) {
	const upload = await uploaded(user, bytes, documents);
	const about = aDeposit(bytes, changes);
	return receiveDeposit({ user, upload, deposit: about }, documents.deps);
}
