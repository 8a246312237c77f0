/**
 * The inspector's process: one file at a time, nothing kept from one to the next. It may read its own
 * code and nothing else, start nothing and write nothing; its parent stops it when it takes too long
 * or too much memory. Run as it stands by Node, hence the file extensions in its imports.
 */
import { inspectPdf, type Limits } from './inspect-pdf.ts';

process.on('message', ({ bytes, limits }: { bytes: Uint8Array; limits: Limits }) => {
	void inspectPdf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), limits)
		.catch(() => ({ ok: false, refusal: 'documents.damaged-pdf' }))
		.then((inspection) => process.send?.(inspection));
});
process.on('disconnect', () => process.exit());
