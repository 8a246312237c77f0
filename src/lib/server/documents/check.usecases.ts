/** Looks at what a deposited file holds, and accepts or refuses it. Repeating it changes nothing. */
import { limitsIn, type FileRefusal } from '$lib/core/documents';
import { unitOfWork } from '../db';
import { academieSettings } from '../institution';
import type { DocumentsDeps } from './documents-deps';
import { findDocument, settleDocument, type DocumentRow } from './documents.repository';
import { scan } from './validation/clamd';
import type { Inspection } from './validation/inspect-pdf';
import { recipientsOf } from '../identity';

const refused = (refusal: FileRefusal): Inspection => ({ ok: false, refusal });

/** What a file holds, within what its académie accepts. */
export async function inspectFile(
	bytes: Buffer,
	academie: string,
	deps: Pick<DocumentsDeps, 'inspectors' | 'clamd'>
): Promise<Inspection> {
	const limits = limitsIn(await academieSettings(academie));
	const inspection = await deps.inspectors.inspect(bytes, limits);
	if (!inspection.ok || !deps.clamd) return inspection;
	const { clean } = await scan(deps.clamd, bytes);
	return clean ? inspection : refused('documents.virus');
}

async function look(document: DocumentRow, deps: DocumentsDeps): Promise<Inspection> {
	const bytes = await deps.vault.get(document);
	// What the store has lost cannot be accepted; the person deposits it again.
	if (!bytes) return refused('documents.empty-file');
	const owner = (await recipientsOf([document.account_id])).get(document.account_id);
	return inspectFile(bytes, owner?.academie ?? '', deps);
}

export async function checkDocument(id: string, deps: DocumentsDeps): Promise<void> {
	const document = await findDocument(id);
	if (document?.state !== 'checking') return;
	const inspection = await look(document, deps);
	const outcome = inspection.ok
		? { state: 'accepted' as const, refusal: null, pages: inspection.pages }
		: { state: 'refused' as const, refusal: inspection.refusal, pages: null };
	await unitOfWork(() => settleDocument({ id, accountId: document.account_id }, outcome));
	// Nothing is kept of a refused file; a job cut here leaves it to the nightly sweep.
	if (!inspection.ok) await deps.vault.remove(document);
}
