/**
 * Files that a person, or someone who wishes them harm, could deposit in place of a PDF, each with
 * the reason it must be refused for. All are made here.
 */
import type { FileRefusal } from '$lib/core/documents';
import { PDFDocument, PDFName, PDFString, type PDFPage } from 'pdf-lib';
import { deflateSync } from 'node:zlib';

export type Hostile = readonly [name: string, bytes: Buffer, refusal: FileRefusal];

type Change = (document: PDFDocument, page: PDFPage) => void | Promise<void>;
const names = (text: string) => PDFName.of(text);

async function pdf(change: Change = () => {}, useObjectStreams = true): Promise<Buffer> {
	const document = await PDFDocument.create();
	const page = document.addPage([300, 300]);
	page.drawText('Convocation');
	await change(document, page);
	return Buffer.from(await document.save({ useObjectStreams }));
}

const annotation = (page: PDFPage, document: PDFDocument, entries: Record<string, unknown>) => {
	const one = { Type: 'Annot', Rect: [0, 0, 9, 9], ...entries };
	page.node.set(
		names('Annots'),
		document.context.obj([document.context.register(document.context.obj(one as never))])
	);
};
const action = (document: PDFDocument, S: string, entries: object = {}) =>
	document.context.obj({ Type: 'Action', S, ...entries } as never);
const script = (document: PDFDocument) =>
	action(document, 'JavaScript', { JS: PDFString.of('app.alert(1)') });
const inCatalog =
	(key: string, value: (document: PDFDocument) => unknown): Change =>
	(document) =>
		document.catalog.set(names(key), value(document) as never);
const onPage =
	(entries: (document: PDFDocument) => Record<string, unknown>): Change =>
	(document, page) =>
		annotation(page, document, entries(document));
const stream =
	(dictionary: (document: PDFDocument) => object, bytes: Uint8Array): Change =>
	(document, page) => {
		const made = document.context.stream(bytes, dictionary(document) as never);
		page.node.set(names('Contents'), document.context.register(made));
	};

const text = (buffer: Buffer) => buffer.toString('latin1');
const bytes = (latin1: string) => Buffer.from(latin1, 'latin1');

/** A PDF written by hand, for what no library would write. */
function byHand(objects: readonly string[], trailer = '/Root 1 0 R'): Buffer {
	let out = '%PDF-1.7\n';
	const offsets = objects.map((body, index) => {
		const at = out.length;
		out += `${index + 1} 0 obj\n${body}\nendobj\n`;
		return at;
	});
	const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
	const start = out.length;
	out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
	return bytes(
		`${out}trailer\n<</Size ${objects.length + 1} ${trailer}>>\nstartxref\n${start}\n%%EOF\n`
	);
}
const CATALOG = '<</Type/Catalog/Pages 2 0 R>>';
const ONE_PAGE = '<</Type/Pages/Kids[3 0 R]/Count 1>>';
const PAGE = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>';

/** A revision added at the end, that hides an object without removing it. */
const revised = (base: Buffer, number: number, body: string) =>
	bytes(
		`${text(base)}${number} 0 obj\n${body}\nendobj\ntrailer\n<</Root 1 0 R/Size 9>>\nstartxref\n0\n%%EOF\n`
	);

const zipEnd = bytes(`PK\x05\x06${'\0'.repeat(18)}`);
/** EICAR's own test file, which every antivirus recognises and which does nothing. */
export const EICAR = [
	'X5O!P%@AP[4\\PZX54(P^)7CC)7}$',
	'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'
].join('');

export async function hostilePdfs(): Promise<Hostile[]> {
	const plain = await pdf();
	const loose = await pdf(() => {}, false);
	const scripted = await pdf(inCatalog('OpenAction', script), false);
	const hand = byHand([CATALOG, ONE_PAGE, PAGE]);
	const bomb = deflateSync(Buffer.alloc(200 << 20, 32));
	const put = (at: number, magic: string) => {
		const filler = `%PDF-1.7\n%${' '.repeat(40_000)}`.slice(0, 40_000);
		return bytes(
			`${filler.slice(0, at)}${magic}${filler.slice(at + magic.length)}\n${text(hand).slice(9)}`
		);
	};

	return [
		// Programs.
		['a script run at opening', await pdf(inCatalog('OpenAction', script)), 'documents.javascript'],
		['the same outside an object stream', scripted, 'documents.javascript'],
		[
			'a script by name',
			await pdf((d) => d.addJavaScript('m', 'app.alert(2)')),
			'documents.javascript'
		],
		[
			'a script on a link',
			await pdf(onPage((d) => ({ Subtype: 'Link', A: script(d) }))),
			'documents.javascript'
		],
		[
			'a script on a field',
			await pdf(onPage((d) => ({ Subtype: 'Widget', AA: { K: script(d) } }))),
			'documents.javascript'
		],
		[
			'a script when a page opens',
			await pdf((d, page) => page.node.set(names('AA'), d.context.obj({ O: script(d) } as never))),
			'documents.javascript'
		],
		[
			'a script after another action',
			await pdf(inCatalog('OpenAction', (d) => action(d, 'GoTo', { Next: script(d) }))),
			'documents.javascript'
		],
		[
			'a script in a list of actions',
			await pdf(inCatalog('OpenAction', (d) => action(d, 'GoTo', { Next: [script(d)] }))),
			'documents.javascript'
		],
		[
			'a script in a bookmark',
			await pdf(
				inCatalog('Outlines', (d) =>
					d.context.obj({
						First: d.context.register(d.context.obj({ A: script(d) } as never))
					} as never)
				)
			),
			'documents.javascript'
		],
		[
			'a script under a disguised name',
			bytes(text(scripted).replace('/JavaScript', '/J#61vaScript').replace('/JS ', '/#4aS ')),
			'documents.javascript'
		],
		[
			'a script under a name wholly in digits',
			bytes(text(scripted).replace('/JavaScript', '/#4a#61#76#61#53#63#72#69#70#74')),
			'documents.javascript'
		],
		[
			'a script under names in small digits',
			bytes(text(scripted).replace('/JavaScript', '/#4aava#53cript').replace('/JS ', '/#4a#53 ')),
			'documents.javascript'
		],
		[
			'a script that a later revision hides',
			revised(
				bytes(
					text(hand).replace(
						CATALOG,
						'<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>'
					)
				),
				1,
				CATALOG
			),
			'documents.javascript'
		],
		[
			'a script in a revision',
			revised(
				hand,
				1,
				'<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>'
			),
			'documents.javascript'
		],
		[
			'a script in the trailer',
			byHand(
				[CATALOG, ONE_PAGE, PAGE],
				'/Root <</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(x)>>>>'
			),
			'documents.javascript'
		],
		[
			'a script in an object nobody points to',
			byHand([CATALOG, ONE_PAGE, PAGE, '<</S/JavaScript/JS(x)>>']),
			'documents.javascript'
		],
		[
			'a script between two tables',
			bytes(text(hand).replace('xref\n0', '9 0 obj\n<</S/JavaScript/JS(x)>>\nendobj\nxref\n0')),
			'documents.javascript'
		],
		[
			'a script deep inside lists',
			byHand([
				CATALOG,
				ONE_PAGE,
				`<</Type/Page/Parent 2 0 R/X ${'['.repeat(60)}<</S/JavaScript/JS(x)>>${']'.repeat(60)}>>`
			]),
			'documents.javascript'
		],
		// Things a reader would open.
		[
			'a program to start',
			await pdf(
				onPage(() => ({ Subtype: 'Link', A: { S: 'Launch', F: PDFString.of('cmd.exe') } }))
			),
			'documents.launch'
		],
		[
			'a program to start on Windows',
			await pdf(
				inCatalog('OpenAction', (d) =>
					action(d, 'Launch', { Win: { F: PDFString.of('cmd.exe'), P: PDFString.of('/c calc') } })
				)
			),
			'documents.launch'
		],
		[
			'a program to start under a disguised name',
			bytes(
				text(
					await pdf(
						inCatalog('OpenAction', (d) => action(d, 'Launch')),
						false
					)
				).replace('/Launch', '/La#75nch')
			),
			'documents.launch'
		],
		[
			'a form that sends itself',
			await pdf(
				onPage((d) => ({
					Subtype: 'Widget',
					A: action(d, 'SubmitForm', { F: PDFString.of('https://example.org') })
				}))
			),
			'documents.launch'
		],
		[
			'data to import',
			await pdf(
				inCatalog('OpenAction', (d) =>
					action(d, 'ImportData', { F: PDFString.of('\\\\example.org\\x') })
				)
			),
			'documents.launch'
		],
		[
			'a jump into an attached file',
			await pdf(inCatalog('OpenAction', (d) => action(d, 'GoToE', { D: PDFString.of('x') }))),
			'documents.launch'
		],
		[
			'a film',
			await pdf(onPage(() => ({ Subtype: 'Movie', Movie: { F: PDFString.of('a.avi') } }))),
			'documents.launch'
		],
		['a sound', await pdf(inCatalog('OpenAction', (d) => action(d, 'Sound'))), 'documents.launch'],
		[
			'a rendition',
			await pdf(inCatalog('OpenAction', (d) => action(d, 'Rendition'))),
			'documents.launch'
		],
		['rich media', await pdf(onPage(() => ({ Subtype: 'RichMedia' }))), 'documents.launch'],
		// Other files inside.
		[
			'an attached program',
			await pdf(async (d) => d.attach(Buffer.from('MZ'), 'a.exe')),
			'documents.embedded-file'
		],
		[
			'an attached PDF',
			await pdf(async (d) => d.attach(plain, 'b.pdf', { mimeType: 'application/pdf' })),
			'documents.embedded-file'
		],
		[
			'an attachment on a page',
			await pdf(onPage(() => ({ Subtype: 'FileAttachment', FS: { Type: 'Filespec', EF: {} } }))),
			'documents.embedded-file'
		],
		[
			'an associated file',
			await pdf(inCatalog('AF', (d) => d.context.obj([{ Type: 'Filespec', EF: {} }] as never))),
			'documents.embedded-file'
		],
		[
			'the antivirus test file, attached',
			await pdf(async (d) => d.attach(Buffer.from(EICAR), 'eicar.com')),
			'documents.embedded-file'
		],
		[
			'an XFA form',
			await pdf(inCatalog('AcroForm', (d) => d.context.obj({ Fields: [], XFA: [] } as never))),
			'documents.form-xfa'
		],
		[
			'an XFA form in a stream',
			await pdf(
				inCatalog('AcroForm', (d) =>
					d.context.obj({ XFA: d.context.register(d.context.stream('<xdp/>')) } as never)
				)
			),
			'documents.form-xfa'
		],
		// Encrypted: made by hand, as the tools that encrypt may be missing.
		[
			'a protected file',
			byHand(
				[CATALOG, ONE_PAGE, PAGE, '<</Filter/Standard/V 4/R 4/O(x)/U(y)/P -44>>'],
				'/Root 1 0 R/Encrypt 4 0 R'
			),
			'documents.encrypted'
		],
		[
			'a protected file, keys in the trailer',
			byHand(
				[CATALOG, ONE_PAGE, PAGE],
				'/Root 1 0 R/Encrypt<</Filter/Standard/V 1/R 2/O(x)/U(y)/P -44>>'
			),
			'documents.encrypted'
		],
		[
			'a protected file under a disguised name',
			byHand(
				[CATALOG, ONE_PAGE, PAGE, '<</Filter/Standard/V 4/R 4/O(x)/U(y)/P -44>>'],
				'/Root 1 0 R/E#6ecrypt 4 0 R'
			),
			'documents.encrypted'
		],
		// Two files in one.
		[
			'a page of the web before it',
			bytes(`<script>alert(1)</script>\n${text(plain)}`),
			'documents.not-a-pdf'
		],
		[
			'a page of the web after it',
			bytes(`${text(plain)}<html><script>alert(1)</script>`),
			'documents.polyglot'
		],
		[
			'a page of the web in a comment',
			bytes(text(loose).replace('\n', '\n%<script>alert(1)</script>\n')),
			'documents.polyglot'
		],
		[
			'a page of the web in the first line',
			bytes(text(hand).replace('%PDF-1.7\n', '%PDF-1.7 <html><body>\n')),
			'documents.polyglot'
		],
		[
			'a program of the web in a comment',
			bytes(text(hand).replace('xref\n', '%<?php system($_GET[0]); ?>\nxref\n')),
			'documents.polyglot'
		],
		[
			'a shell script in a comment',
			bytes(text(hand).replace('\n1 0 obj', '\n%#!/bin/sh\n1 0 obj')),
			'documents.polyglot'
		],
		[
			'an archive after it',
			Buffer.concat([plain, bytes('PK\x03\x04'), Buffer.alloc(60), zipEnd]),
			'documents.polyglot'
		],
		[
			'an archive whose comment ends like a PDF',
			bytes(text(hand).replace('startxref', `%${text(zipEnd)}\nstartxref`)),
			'documents.polyglot'
		],
		[
			'a RAR archive in a comment',
			bytes(text(hand).replace('xref\n', '%Rar!\x1a\x07\x01\x00\nxref\n')),
			'documents.polyglot'
		],
		[
			'a 7-Zip archive in a comment',
			bytes(text(hand).replace('xref\n', "%7z\xbc\xaf'\x1c\nxref\n")),
			'documents.polyglot'
		],
		['a tape archive', put(257, 'ustar'), 'documents.polyglot'],
		['a disc image', put(32_769, 'CD001'), 'documents.polyglot'],
		['a radiography', put(128, 'DICM'), 'documents.polyglot'],
		['a program after it', Buffer.concat([plain, bytes('MZ\x90\x00')]), 'documents.polyglot'],
		[
			'a whole picture after it',
			Buffer.concat([plain, Buffer.from('ffd8ffe000104a46494600', 'hex')]),
			'documents.polyglot'
		],
		// Bombs.
		[
			'a stream that unfolds to 200 MB',
			await pdf(stream(() => ({ Filter: 'FlateDecode' }), bomb)),
			'documents.bomb'
		],
		[
			'four streams of 120 MB',
			await pdf((d) => {
				for (let n = 0; n < 4; n++)
					d.context.register(
						d.context.stream(deflateSync(Buffer.alloc(120 << 20, n)), { Filter: 'FlateDecode' })
					);
			}),
			'documents.bomb'
		],
		[
			'a bomb in a bomb',
			await pdf(
				stream(
					() => ({ Filter: ['FlateDecode', 'FlateDecode'] }),
					deflateSync(deflateSync(Buffer.alloc(90 << 20)))
				)
			),
			'documents.bomb'
		],
		[
			'a bomb of objects',
			byHand([
				CATALOG,
				ONE_PAGE,
				PAGE,
				`<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${bomb.length}>>\nstream\n${text(bomb)}\nendstream`
			]),
			'documents.bomb'
		],
		[
			'a picture of ten thousand million points',
			await pdf(
				stream(() => ({ Subtype: 'Image', Width: 100_000, Height: 100_000 }), Buffer.from('x'))
			),
			'documents.bomb'
		],
		// What is not a PDF, or not one any more.
		['nothing', Buffer.alloc(0), 'documents.empty-file'],
		['a picture', Buffer.from('ffd8ffe000104a46494600', 'hex'), 'documents.not-a-pdf'],
		['a program', bytes('MZ\x90\x00'), 'documents.not-a-pdf'],
		[
			'a drawing with a script',
			bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
			'documents.not-a-pdf'
		],
		['a word processor’s file', bytes('PK\x03\x04word/document.xml'), 'documents.not-a-pdf'],
		['the antivirus test file', bytes(EICAR), 'documents.not-a-pdf'],
		['line ends before the first mark', bytes(`\n\n${text(plain)}`), 'documents.not-a-pdf'],
		[
			'a version that does not exist',
			bytes(text(hand).replace('%PDF-1.7', '%PDF-9.9')),
			'documents.not-a-pdf'
		],
		['a first mark and nothing else', bytes('%PDF-1.7\n%%EOF\n'), 'documents.damaged-pdf'],
		['a file cut in the middle', plain.subarray(0, 400), 'documents.damaged-pdf'],
		['a file without its end', bytes(text(hand).replace('%%EOF', '')), 'documents.damaged-pdf'],
		[
			'a catalogue that leads nowhere',
			byHand(['<</Type/Catalog/Pages 9 0 R>>']),
			'documents.damaged-pdf'
		],
		[
			'pages that contain themselves',
			byHand([CATALOG, '<</Type/Pages/Kids[2 0 R]/Count 1>>']),
			'documents.damaged-pdf'
		],
		[
			'an object that cannot be read',
			byHand([CATALOG, ONE_PAGE, PAGE, '<</X <<<</Y']),
			'documents.damaged-pdf'
		],
		[
			'a stream that announces too little',
			byHand([CATALOG, ONE_PAGE, PAGE, '<</Length 3>>\nstream\nBT (Convocation) Tj ET\nendstream']),
			'documents.damaged-pdf'
		],
		[
			'a stream that announces too much',
			byHand([CATALOG, ONE_PAGE, PAGE, '<</Length 900000000>>\nstream\nBT ET\nendstream']),
			'documents.damaged-pdf'
		],
		[
			'a stream whose length is elsewhere, and wrong',
			byHand([
				CATALOG,
				ONE_PAGE,
				PAGE,
				'<</Length 5 0 R>>\nstream\nBT (Convocation) Tj ET\nendstream',
				'4'
			]),
			'documents.damaged-pdf'
		],
		['no page at all', byHand([CATALOG, '<</Type/Pages/Kids[]/Count 0>>']), 'documents.no-page'],
		[
			'pages that only exist in the count',
			byHand([
				CATALOG,
				'<</Type/Pages/Kids[3 0 R]/Count 900>>',
				'<</Type/Pages/Kids[]/Count 900>>'
			]),
			'documents.no-page'
		],
		[
			'a hundred and one pages',
			await pdf((d) => {
				for (let n = 0; n < 100; n++) d.addPage([9, 9]);
			}),
			'documents.too-many-pages'
		],
		['one byte too many', ofSize(3_000_001, loose), 'documents.too-large'],
		['ten times too large', ofSize(30_000_000, loose), 'documents.too-large']
	];
}

/** A sound PDF of exactly that many bytes. */
export function ofSize(size: number, base: Buffer): Buffer {
	const start = text(base);
	const at = start.lastIndexOf('startxref');
	const filler = `%${' '.repeat(Math.max(0, size - start.length - 2))}\n`;
	return bytes(`${start.slice(0, at)}${filler}${start.slice(at)}`);
}

/** The honest file behind the others, to be given a size. */
export const soundPdf = (): Promise<Buffer> => pdf(() => {}, false);
