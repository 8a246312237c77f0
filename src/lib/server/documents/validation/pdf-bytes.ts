/** What the bytes of a PDF show before its objects are read. Runs in the inspector's own process. */
import type { FileRefusal } from '$lib/core/documents';
import { createInflate } from 'node:zlib';

const HEADER = /^%PDF-(?:1\.[0-7]|2\.0)[ \t]*[\r\n]/;
/** After its last mark, a PDF holds line ends and padding, nothing that another program would read. */
const NOTHING_AFTER = /^[\s\0]*$/;
const ENCRYPTED = /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/;
/** The same name with letters written as numbers, which only disguises it. */
const DISGUISED = /\/[A-Za-z]*#[0-9a-f]{2}[A-Za-z0-9#]*/gi;
const CODE_IN_COMMENT = /^[^\S\r\n]*%.*(?:<(?:script|html|svg|iframe|body|\?php)|#!\/)/im;
/** Formats that other programs recognise at a fixed place, or anywhere. */
const MAGIC_AT: readonly (readonly [at: number, magic: string])[] = [
	[128, 'DICM'],
	[257, 'ustar'],
	[32_769, 'CD001']
];
const MAGIC_ANYWHERE = ['PK\x05\x06\0\0\0\0', 'Rar!\x1a\x07', '7z\xbc\xaf\x27\x1c'];

/** A name with its `#4A` written as the letters they stand for. */
export const plainName = (name: string): string =>
	name.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

export function readBytes(latin1: string): FileRefusal | null {
	if (latin1.length === 0) return 'documents.empty-file';
	if (!latin1.startsWith('%PDF-')) return 'documents.not-a-pdf';
	const foreign =
		MAGIC_AT.some(([at, magic]) => latin1.startsWith(magic, at)) ||
		MAGIC_ANYWHERE.some((magic) => latin1.includes(magic));
	if (foreign) return 'documents.polyglot';
	const end = latin1.lastIndexOf('%%EOF');
	if (end < 0) return 'documents.damaged-pdf';
	if (!NOTHING_AFTER.test(latin1.slice(end + 5))) return 'documents.polyglot';
	const outsideStreams = latin1.replace(/stream\r?\n[\s\S]*?endstream/g, '');
	if (CODE_IN_COMMENT.test(outsideStreams)) return 'documents.polyglot';
	if (!HEADER.test(latin1)) return 'documents.not-a-pdf';
	const disguised = outsideStreams.match(DISGUISED)?.some((name) => plainName(name) === '/Encrypt');
	return disguised || ENCRYPTED.test(latin1) ? 'documents.encrypted' : null;
}

const MOST_PER_STREAM = 150 * 2 ** 20;
const MOST_IN_ALL = 400 * 2 ** 20;

/** Size of a compressed stream once unfolded, counted without being kept; `most` stops the count. */
function unfoldedSize(bytes: Uint8Array, most: number): Promise<number> {
	return new Promise((resolve) => {
		let size = 0;
		const inflate = createInflate({ chunkSize: 2 ** 17 });
		inflate.on('data', (chunk: Buffer) => {
			size += chunk.length;
			if (size > most) inflate.destroy();
		});
		// Damaged, or not compressed after all: what came out so far is what counts.
		inflate.on('error', () => resolve(size)).on('close', () => resolve(size));
		inflate.end(bytes);
	});
}

const isZlib = (first: number, second: number) =>
	(first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;

/** Unfolds every compressed stream, wherever it stands and whatever the objects say of it. */
export async function unfoldsTooMuch(bytes: Buffer): Promise<boolean> {
	let total = 0;
	for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
		let start = at + 6;
		if (bytes[start] === 13) start++;
		if (bytes[start] === 10) start++;
		if (!isZlib(bytes[start] ?? 0, bytes[start + 1] ?? 0)) continue;
		const size = await unfoldedSize(bytes.subarray(start), MOST_PER_STREAM);
		total += size;
		if (size > MOST_PER_STREAM || total > MOST_IN_ALL) return true;
	}
	return false;
}
