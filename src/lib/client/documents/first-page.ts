/**
 * Draws the first page of a piece for those who read many. The library is heavy and of use at a desk
 * only: an asset of its own, fetched at the first piece opened, and never kept on phones.
 */
import type * as PdfJs from 'unpdf/pdfjs';
import pdfjsUrl from 'unpdf/pdfjs?url';

/** Wide enough to be read, whatever the screen. */
const WIDTH = 1000;

export async function showFirstPage(pdf: Blob, canvas: HTMLCanvasElement): Promise<void> {
	const { getDocument } = (await import(/* @vite-ignore */ pdfjsUrl)) as typeof PdfJs;
	const task = getDocument({
		data: new Uint8Array(await pdf.arrayBuffer())
	});
	try {
		const page = await (await task.promise).getPage(1);
		const viewport = page.getViewport({ scale: WIDTH / page.getViewport({ scale: 1 }).width });
		canvas.width = Math.round(viewport.width);
		canvas.height = Math.round(viewport.height);
		await page.render({ canvas, viewport }).promise;
	} finally {
		await task.destroy();
	}
}
