/**
 * « Archive chiffrée »: chosen pieces in a ZIP that any archiver opens with its password (AES-256),
 * made on the phone. The password never leaves it; without it, nobody opens the archive again.
 */
import { appError, fail, ok, type Result } from '$lib/core/shared';
import type { PieceDocument } from '$lib/core/documents';

const TIMEOUT_MS = 60_000;

async function download(id: string): Promise<Blob | null> {
	try {
		const response = await fetch(`/api/v1/documents/${id}`, {
			...{ redirect: 'error', cache: 'no-store', credentials: 'same-origin' },
			signal: AbortSignal.timeout(TIMEOUT_MS)
		});
		const ours = response.ok && response.headers.get('x-carnet') === '1';
		return ours ? await response.blob() : null;
	} catch {
		return null;
	}
}

/** Two pieces may bear the same name: an archive does not. */
export function uniqueNames(names: readonly string[]): string[] {
	const seen = new Map<string, number>();
	return names.map((name) => {
		const rank = (seen.get(name) ?? 0) + 1;
		seen.set(name, rank);
		return rank === 1 ? name : name.replace(/\.pdf$/, ` (${rank}).pdf`);
	});
}

/** @param contents in the order of `names` */
export async function encryptedZip(
	names: readonly string[],
	contents: readonly Blob[],
	password: string
): Promise<Blob> {
	const { BlobReader, BlobWriter, ZipWriter, configure } = await import('@zip.js/zip.js');
	// The page's policy lets no worker start from a text.
	configure({ useWebWorkers: false });
	const zip = new ZipWriter(new BlobWriter('application/zip'), {
		...{ password, encryptionStrength: 3, level: 0 }
	});
	for (const [index, name] of uniqueNames(names).entries()) {
		await zip.add(name, new BlobReader(contents[index]!));
	}
	return zip.close();
}

export async function makeArchive(
	documents: readonly Pick<PieceDocument, 'id' | 'name'>[],
	password: string,
	onProgress: (done: number) => void
): Promise<Result<Blob>> {
	const contents: Blob[] = [];
	for (const { id } of documents) {
		const content = await download(id);
		if (!content) return fail(appError('documents.needs-network', 'unavailable'));
		contents.push(content);
		onProgress(contents.length);
	}
	return ok(
		await encryptedZip(
			documents.map(({ name }) => name),
			contents,
			password
		)
	);
}
