/** Whether a file is an ordinary PDF that only shows pages. Runs in the inspector's own process. */
import type { FileRefusal } from '$lib/core/documents';
import { readBytes, unfoldsTooMuch } from './pdf-bytes.ts';
import { countPages, readObjects, refusalOfObjects } from './pdf-objects.ts';

export interface Limits {
	readonly maxBytes: number;
	readonly maxPages: number;
}

/** Asked of an inspector, which then reads that many bytes on its input. */
export interface InspectorQuestion {
	readonly length: number;
	readonly limits: Limits;
}

export type Inspection =
	| { readonly ok: true; readonly pages: number }
	| { readonly ok: false; readonly refusal: FileRefusal };

const refused = (refusal: FileRefusal): Inspection => ({ ok: false, refusal });

export async function inspectPdf(
	bytes: Buffer,
	{ maxBytes, maxPages }: Limits
): Promise<Inspection> {
	if (bytes.length > maxBytes) return refused('documents.too-large');
	const outside = readBytes(bytes.toString('latin1'));
	if (outside) return refused(outside);
	if (await unfoldsTooMuch(bytes)) return refused('documents.bomb');
	const pdf = await readObjects(bytes).catch(() => null);
	if (!pdf) return refused('documents.damaged-pdf');
	if (pdf.encrypted) return refused('documents.encrypted');
	const inside = refusalOfObjects(pdf.objects);
	if (inside) return refused(inside);
	const pages = countPages(pdf.context, maxPages);
	if (pages === null) return refused('documents.damaged-pdf');
	if (pages === 0) return refused('documents.no-page');
	return pages > maxPages ? refused('documents.too-many-pages') : { ok: true, pages };
}
