/**
 * What validation accepted, one entry a line, ready to be applied: digest of the NUMEN, digest of the
 * content, content. It holds no NUMEN. An unchanged agent is recognised without reading its content,
 * and a byte position is enough to continue after a stop.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';

export interface PreparedEntry {
	readonly kind: 'agent' | 'establishment';
	readonly numen: string;
	readonly content: string;
	readonly json: string;
	/** Position just after the entry. */
	readonly end: number;
}

export class PreparedFileWriter {
	private readonly stream;

	constructor(path: string) {
		this.stream = createWriteStream(path, { mode: 0o600, flush: true });
	}

	agent(numen: string, content: string, json: string): Promise<void> {
		return this.line(`${numen}\t${content}\t${json}\n`);
	}

	establishment(json: string): Promise<void> {
		return this.line(`\t\t${json}\n`);
	}

	async close(): Promise<void> {
		this.stream.end();
		await finished(this.stream);
	}

	private async line(text: string): Promise<void> {
		if (!this.stream.write(text)) await once(this.stream, 'drain');
	}
}

function entryOf(line: string, end: number): PreparedEntry {
	const first = line.indexOf('\t');
	const second = line.indexOf('\t', first + 1);
	return {
		kind: first === 0 ? 'establishment' : 'agent',
		numen: line.slice(0, first),
		content: line.slice(first + 1, second),
		json: line.slice(second + 1),
		end
	};
}

const NEWLINE = 0x0a;

/** Entries from a position that an earlier entry ended at. */
export async function* preparedEntries(path: string, from: number): AsyncGenerator<PreparedEntry> {
	let rest: Buffer = Buffer.alloc(0);
	let end = from;
	for await (const chunk of createReadStream(path, { start: from })) {
		const bytes = rest.length > 0 ? Buffer.concat([rest, chunk as Buffer]) : (chunk as Buffer);
		let start = 0;
		for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, start)) {
			end += at + 1 - start;
			yield entryOf(bytes.toString('utf8', start, at), end);
			start = at + 1;
		}
		rest = bytes.subarray(start);
	}
}
