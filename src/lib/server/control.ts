/**
 * How the operator's command line speaks to the server that holds the embedded database: a token made
 * at each start, in a file beside the data that only the account running the server can read. Whoever
 * reads that file could read the data itself, so the token gives nothing more.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Control {
	readonly pid: number;
	readonly port: number;
	readonly token: string;
}

const fileOf = (dataDir: string) => join(dataDir, '.control.json');
const digest = (text: string) => createHash('sha256').update(text).digest();

let expected: Buffer | null = null;

/** Writes the token of this process and returns what takes it back. */
export function openControl({ dataDir, port }: { dataDir: string; port: number }): () => void {
	const control: Control = { pid: process.pid, port, token: randomBytes(32).toString('base64url') };
	expected = digest(control.token);
	// Removed first: an existing file would keep its own mode.
	rmSync(fileOf(dataDir), { force: true });
	writeFileSync(fileOf(dataDir), JSON.stringify(control), { mode: 0o600, flag: 'wx' });
	return () => {
		expected = null;
		if (readControl(dataDir)?.pid === process.pid) rmSync(fileOf(dataDir), { force: true });
	};
}

export function readControl(dataDir: string): Control | null {
	try {
		return JSON.parse(readFileSync(fileOf(dataDir), 'utf8')) as Control;
	} catch {
		return null;
	}
}

/** In constant time, whatever the candidate. */
export const isControlToken = (candidate: string): boolean =>
	expected !== null && timingSafeEqual(digest(candidate), expected);
