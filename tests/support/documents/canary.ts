/** Content that would be recognised wherever it stood, and in whatever order. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const CANARY = 'Canari-12-rue-des-Essais';

/** A sound PDF of about that size: every line of its filler is numbered, so that none can take another's place. */
export function pdfWithCanaries(sound: Buffer, size: number): Buffer {
	const lines: string[] = [];
	for (let length = sound.length; length < size; length += lines.at(-1)!.length) {
		lines.push(`%${CANARY} ${String(lines.length).padStart(8, '0')}\n`);
	}
	return Buffer.concat([sound.subarray(0, 9), Buffer.from(lines.join('')), sound.subarray(9)]);
}

/** Files under a folder in which the canary can be read. */
export const filesWithCanary = (folder: string): string[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.filter((path) => readFileSync(path).includes(CANARY));
