/**
 * Every object of a PDF, those that a later one hides included: a reader that follows the file's own
 * table may still reach them. Runs in the inspector's own process.
 */
import {
	PDFArray,
	PDFDict,
	PDFName,
	PDFNumber,
	PDFParser,
	PDFRawStream,
	PDFRef,
	PDFStream,
	type PDFContext,
	type PDFObject
} from 'pdf-lib';
import type { FileRefusal } from '$lib/core/documents';
import { plainName } from './pdf-bytes.ts';

export interface ReadPdf {
	readonly context: PDFContext;
	readonly objects: readonly PDFObject[];
	readonly encrypted: boolean;
}

/** @throws when an object cannot be read */
export async function readObjects(bytes: Uint8Array): Promise<ReadPdf> {
	const parser = PDFParser.forBytesWithOptions(bytes, Infinity, true);
	const context = (parser as unknown as { context: PDFContext }).context;
	const objects: PDFObject[] = [];
	const assign = context.assign.bind(context);
	context.assign = (ref, object) => {
		objects.push(object);
		assign(ref, object);
	};
	let trailer = context.trailerInfo;
	let encrypted = false;
	Object.defineProperty(context, 'trailerInfo', {
		get: () => trailer,
		set: (next: typeof trailer) => {
			trailer = next;
			encrypted ||= Boolean(next.Encrypt);
			objects.push(...[next.Root, next.Info].filter((object) => object !== undefined));
		}
	});
	await parser.parseDocument();
	return { context, objects, encrypted };
}

/** Names that make a reader do something, as a key or as a value. */
const DANGEROUS: Readonly<Record<string, FileRefusal>> = {
	JavaScript: 'documents.javascript',
	JS: 'documents.javascript',
	EmbeddedFile: 'documents.embedded-file',
	EmbeddedFiles: 'documents.embedded-file',
	EF: 'documents.embedded-file',
	XFA: 'documents.form-xfa',
	Launch: 'documents.launch',
	SubmitForm: 'documents.launch',
	ImportData: 'documents.launch',
	GoToE: 'documents.launch',
	RichMedia: 'documents.launch',
	Rendition: 'documents.launch',
	Movie: 'documents.launch',
	Sound: 'documents.launch'
};

const nameOf = (object: PDFObject): string =>
	// The parser leaves escapes in small letters as they are.
	object instanceof PDFName ? plainName(object.decodeText()) : '';

const MOST_PIXELS = 200_000_000;
const number = (dict: PDFDict, key: string): number => {
	const value = dict.lookup(PDFName.of(key));
	return value instanceof PDFNumber ? value.asNumber() : 0;
};

/** One compression inside another, or a picture larger than any scanner makes. */
function isBomb(dict: PDFDict): boolean {
	const filter = dict.lookup(PDFName.of('Filter'));
	const names = filter instanceof PDFArray ? filter.asArray() : [];
	const compressions = names.filter((name) =>
		/^(FlateDecode|Fl|LZWDecode|LZW)$/.test(nameOf(name))
	);
	return compressions.length > 1 || number(dict, 'Width') * number(dict, 'Height') > MOST_PIXELS;
}

/** The length a stream announces is its own, to a line end. */
function liesOnLength({ dict, contents }: PDFRawStream): boolean {
	const length = dict.lookup(PDFName.of('Length'));
	return !(length instanceof PDFNumber) || Math.abs(length.asNumber() - contents.length) > 2;
}

export function refusalOfObjects(objects: readonly PDFObject[]): FileRefusal | null {
	const waiting: PDFObject[] = [...objects];
	let structure: FileRefusal | null = null;
	for (let object = waiting.pop(); object; object = waiting.pop()) {
		const dict = object instanceof PDFStream ? object.dict : object;
		if (dict instanceof PDFDict) {
			for (const [key, value] of dict.entries()) {
				const danger = DANGEROUS[nameOf(key)] ?? DANGEROUS[nameOf(value)];
				if (danger) return danger;
				waiting.push(value);
			}
			if (object instanceof PDFStream && isBomb(dict)) structure ??= 'documents.bomb';
		} else if (object instanceof PDFArray) {
			for (const value of object.asArray()) {
				const danger = DANGEROUS[nameOf(value)];
				if (danger) return danger;
				waiting.push(value);
			}
		}
		if (object instanceof PDFRawStream && liesOnLength(object))
			structure ??= 'documents.damaged-pdf';
	}
	return structure;
}

/** Number of pages, or null when the tree of pages is not one. Stops counting after `most`. */
export function countPages(context: PDFContext, most: number): number | null {
	const lookup = (object: PDFObject | undefined) =>
		object instanceof PDFRef ? context.lookup(object) : object;
	const catalog = lookup(context.trailerInfo.Root);
	if (!(catalog instanceof PDFDict)) return null;
	const seen = new Set<PDFObject>();
	const waiting: (PDFObject | undefined)[] = [catalog.get(PDFName.of('Pages'))];
	let pages = 0;
	while (waiting.length > 0 && pages <= most) {
		const node = lookup(waiting.pop());
		if (!(node instanceof PDFDict) || seen.has(node)) return null;
		seen.add(node);
		const kids = lookup(node.get(PDFName.of('Kids')));
		if (kids instanceof PDFArray) waiting.push(...kids.asArray());
		else if (nameOf(lookup(node.get(PDFName.of('Type')))!) === 'Page') pages++;
	}
	return pages;
}
