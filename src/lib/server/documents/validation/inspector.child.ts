/**
 * The inspector's process: one file at a time, nothing kept from one to the next. It may read its own
 * code and nothing else, start nothing and write nothing; its parent stops it when it takes too long
 * or too much memory. Run as it stands by Node, hence the file extensions in its imports.
 */
import { inspectPdf, type InspectorQuestion } from './inspect-pdf.ts';

/** The next bytes of the input, that many. */
function receive(length: number): Promise<Buffer> {
	const bytes = Buffer.alloc(length);
	let received = 0;
	return new Promise((resolve) => {
		if (length === 0) return resolve(bytes);
		const add = (part: Buffer) => {
			received += part.copy(bytes, received);
			if (received < length) return;
			process.stdin.off('data', add).pause();
			resolve(bytes);
		};
		process.stdin.on('data', add).resume();
	});
}

process.on('message', ({ length, limits }: InspectorQuestion) => {
	void receive(length)
		.then((bytes) => inspectPdf(bytes, limits))
		.catch(() => ({ ok: false, refusal: 'documents.damaged-pdf' }))
		.then((inspection) => process.send?.(inspection));
});
process.on('disconnect', () => process.exit());
