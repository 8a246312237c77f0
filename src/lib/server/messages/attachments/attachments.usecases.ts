/**
 * Files joined to what a service writes. They are looked at like any deposited piece before they are
 * kept, outside any transaction; bytes whose row was then refused are swept at night.
 */
import { isFileName } from '$lib/core/documents';
import type { SessionUser } from '$lib/core/identity';
import { MOST_ATTACHMENTS } from '$lib/core/messages';
import { appError, fail, isUuid, ok, type Result } from '$lib/core/shared';
import { inspectFile, type DocumentsDeps, type OpenedPiece } from '../../documents';
import type { AttachmentTable } from './attachments.tables';
import {
	attachmentExists,
	attachmentFor,
	attachmentsUnderOldKeys,
	setAttachmentKey
} from './attachments.repository';

export interface GivenFile {
	readonly name: string;
	readonly content: Buffer;
}

export type SealedFile = Omit<AttachmentTable, 'circular_id' | 'message_id'>;

export const tooMany = () => fail(appError('messages.too-many-attachments', 'validation'));

const placeOf = (id: string) => ({ id, medical: false });

/** Looks at each and seals it; the caller then says what they are joined to. */
export async function sealFiles(
	user: SessionUser,
	files: readonly GivenFile[],
	deps: DocumentsDeps
): Promise<Result<SealedFile[]>> {
	if (files.length > MOST_ATTACHMENTS) return tooMany();
	const sealed: SealedFile[] = [];
	for (const file of files) {
		const one = await sealFile(user, file, deps);
		if (!one.ok) return one;
		sealed.push(one.value);
	}
	return ok(sealed);
}

async function sealFile(
	user: SessionUser,
	{ name, content }: GivenFile,
	deps: DocumentsDeps
): Promise<Result<SealedFile>> {
	const label = name.normalize('NFC');
	if (!isFileName(label)) return fail(appError('documents.bad-name', 'validation'));
	const inspection = await inspectFile(content, user.academie, deps);
	if (!inspection.ok) return fail(appError(inspection.refusal, 'validation'));
	const id = deps.newId();
	const keyId = await deps.attachments.put(placeOf(id), content);
	return ok({
		...{ id, name: label, bytes: content.length, pages: inspection.pages },
		...{ key_id: keyId, added_at: deps.clock.now() }
	});
}

export async function openAttachment(
	user: SessionUser,
	id: string,
	{ attachments }: Pick<DocumentsDeps, 'attachments'>
): Promise<Result<OpenedPiece>> {
	const found = isUuid(id) ? await attachmentFor(user, id) : null;
	const bytes = found && (await attachments.get(placeOf(id)));
	return bytes
		? ok({ name: found.name, bytes })
		: fail(appError('documents.not-found', 'not-found'));
}

/** At night: under the key in use, and nothing that no row knows. */
export async function tidyAttachments({
	attachments
}: Pick<DocumentsDeps, 'attachments'>): Promise<void> {
	const inUse = attachments.keyInUse(false);
	for (const { id } of await attachmentsUnderOldKeys(inUse)) {
		await attachments.renewKey(placeOf(id));
		await setAttachmentKey(id, inUse);
	}
	for await (const place of attachments.places()) {
		if (!(await attachmentExists(place.id))) await attachments.remove(place);
	}
}
