/**
 * A stored file as rows of cells, streamed. Spreadsheets write either UTF-8 or Windows-1252 and say
 * nothing of it: a file that is not valid UTF-8 throughout is Windows-1252, so the whole of it is
 * read once, when it is received, before the first row is.
 */
import { detectSeparator } from '$lib/core/institution';
import { parse } from 'csv-parse';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Transform } from 'node:stream';

export type Encoding = 'utf-8' | 'windows-1252';
export type Separator = ';' | ',';

export interface CsvRow {
	/** Last line of the file the row stands on. */
	readonly line: number;
	readonly cells: readonly string[];
}

/** Fed with every byte of the file; NUL bytes and UTF-16 belong to no text we read. */
export class EncodingProbe {
	private readonly decoder = new TextDecoder('utf-8', { fatal: true });
	private isUtf8 = true;
	private isText = true;

	push(chunk: Uint8Array): void {
		if (this.isText && chunk.includes(0)) this.isText = false;
		this.decode(chunk, true);
	}

	result(): Encoding | null {
		this.decode(new Uint8Array(), false);
		if (!this.isText) return null;
		return this.isUtf8 ? 'utf-8' : 'windows-1252';
	}

	private decode(chunk: Uint8Array, stream: boolean): void {
		if (!this.isUtf8) return;
		try {
			this.decoder.decode(chunk, { stream });
		} catch {
			this.isUtf8 = false;
		}
	}
}

const HEADER_BYTES = 8192;

/** The separator its header line uses, or null when there is none. */
export async function separatorOf(path: string): Promise<Separator | null> {
	const file = await open(path);
	try {
		const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
		const [line = ''] = buffer.toString('latin1', 0, bytesRead).split(/\r\n|\n|\r/, 1);
		return detectSeparator(line);
	} finally {
		await file.close();
	}
}

function decoding(encoding: Encoding): Transform {
	const decoder = new TextDecoder(encoding);
	return new Transform({
		readableObjectMode: true,
		transform: (chunk: Buffer, _encoding, done) =>
			done(null, decoder.decode(chunk, { stream: true })),
		flush: (done) => done(null, decoder.decode())
	});
}

/** @throws CsvError when the file's quotes do not close */
export async function* csvRows(
	path: string,
	encoding: Encoding,
	separator: Separator
): AsyncGenerator<CsvRow> {
	const parser = parse({
		delimiter: separator,
		bom: true,
		relax_column_count: true,
		relax_quotes: true,
		skip_empty_lines: true,
		info: true
	});
	const bytes = createReadStream(path, { highWaterMark: 65_536 });
	const text = encoding === 'utf-8' ? bytes : bytes.pipe(decoding(encoding));
	bytes.once('error', (error) => parser.destroy(error));
	text.pipe(parser);
	try {
		for await (const { record, info } of parser as AsyncIterable<{
			record: string[];
			info: { lines: number };
		}>) {
			yield { line: info.lines, cells: record };
		}
	} finally {
		bytes.destroy();
	}
}
