/** Pages as one PDF: pictures on A4, upright or not, and a title; nothing else is in it. */
import type { PDFDocument } from 'pdf-lib';

const A4 = { short: 595.28, long: 841.89 };

export interface PageToBind {
	readonly jpeg: Blob;
	readonly width: number;
	readonly height: number;
}

async function addPage(document: PDFDocument, { jpeg, width, height }: PageToBind): Promise<void> {
	const picture = await document.embedJpg(await jpeg.arrayBuffer());
	const [w, h] = width > height ? [A4.long, A4.short] : [A4.short, A4.long];
	const scale = Math.min(w / width, h / height);
	document.addPage([w, h]).drawImage(picture, {
		...{ width: width * scale, height: height * scale },
		...{ x: (w - width * scale) / 2, y: (h - height * scale) / 2 }
	});
}

export async function bindPages(pages: readonly PageToBind[]): Promise<Uint8Array<ArrayBuffer>> {
	const { PDFDocument } = await import('pdf-lib');
	const document = await PDFDocument.create({ updateMetadata: false });
	document.setProducer('Carnet');
	for (const page of pages) await addPage(document, page);
	return (await document.save()) as Uint8Array<ArrayBuffer>;
}
