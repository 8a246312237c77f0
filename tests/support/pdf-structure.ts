/** The tags of a PDF in reading order, as one string: `Document(H1 P L(LI(LBody)))`. */
import { PDFArray, PDFDict, PDFName, PDFRef, type PDFDocument, type PDFObject } from 'pdf-lib';

export function structureOf(document: PDFDocument): string {
	const tags = (object: PDFObject | undefined): string[] => {
		const found = object instanceof PDFRef ? document.context.lookup(object) : object;
		if (found instanceof PDFArray) return found.asArray().flatMap(tags);
		if (!(found instanceof PDFDict)) return [];
		const inside = tags(found.get(PDFName.of('K')));
		const tag = found.get(PDFName.of('S'));
		if (!tag) return inside;
		return [`${String(tag).slice(1)}${inside.length > 0 ? `(${inside.join(' ')})` : ''}`];
	};
	return tags(document.catalog.get(PDFName.of('StructTreeRoot'))).join(' ');
}
