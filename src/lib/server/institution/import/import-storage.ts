/** Where the files of an import stand while it runs: beside the data, readable by the owner alone. */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export interface ImportStorage {
	/** The file as received; it holds NUMEN, and goes as soon as it is validated. */
	received(id: string): string;
	/** What validation made of it; goes once applied. */
	prepared(id: string): string;
	has(path: string): boolean;
	remove(path: string): void;
}

export function importStorage(dataDir: string): ImportStorage {
	const folder = join(dataDir, 'imports');
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	return {
		received: (id) => join(folder, `${id}.csv`),
		prepared: (id) => join(folder, `${id}.jsonl`),
		has: existsSync,
		remove: (path) => rmSync(path, { force: true })
	};
}
