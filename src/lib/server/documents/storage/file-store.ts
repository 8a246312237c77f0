/** The default store: files under one folder, readable by the server alone. */
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkKey, type BlobStore } from './blob-store';

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Whole and on disk, or not there at all: a power cut leaves no half file under the key. */
async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
	await mkdir(dirname(path), { recursive: true, mode: 0o700 });
	const partial = `${path}.${randomBytes(6).toString('hex')}.part`;
	const file = await open(partial, 'wx', 0o600);
	try {
		await file.writeFile(bytes);
		await file.sync();
	} finally {
		await file.close();
	}
	await rename(partial, path);
	const folder = await open(dirname(path), constants.O_RDONLY);
	await folder.sync().finally(() => folder.close());
}

export function fileStore(root: string): BlobStore {
	const pathOf = (key: string) => join(root, checkKey(key));
	return {
		put: (key, bytes) => writeDurably(pathOf(key), bytes),
		get: async (key) => {
			try {
				return await readFile(pathOf(key));
			} catch (error) {
				if (isMissing(error)) return null;
				throw error;
			}
		},
		has: (key) =>
			access(pathOf(key)).then(
				() => true,
				() => false
			),
		remove: (key) => rm(pathOf(key), { force: true }),
		async *list(prefix) {
			const folder = join(root, dirname(`${prefix}x`));
			const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
				(error: unknown) => {
					if (isMissing(error)) return [];
					throw error;
				}
			);
			for (const entry of found) {
				if (!entry.isFile() || entry.name.endsWith('.part')) continue;
				const key = join(entry.parentPath, entry.name).slice(root.length + 1);
				if (key.startsWith(prefix)) yield key;
			}
		}
	};
}
