/**
 * Uploads in progress, encrypted as they arrive. Each has a key of its own, for a cipher that can
 * start anywhere (AES-256-CTR), so that what is cut resumes at the byte where it stopped; that key is
 * sealed with the owner's id. Whether the bytes are the right ones is known at the end, by their digest.
 */
import {
	createCipheriv,
	createDecipheriv,
	randomBytes,
	randomUUID,
	type Cipheriv
} from 'node:crypto';
import {
	mkdir,
	open,
	readdir,
	readFile,
	rm,
	stat,
	writeFile,
	type FileHandle
} from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { seal, unseal, type KeyRing } from '../storage';

/** What is known of an upload besides its bytes. */
export interface DepositNote {
	readonly accountId: string;
	readonly bytes: number;
	readonly createdAt: string;
}

export interface DepositFolder {
	create(id: string, note: DepositNote): Promise<void>;
	note(id: string): Promise<DepositNote | null>;
	/** Bytes received so far. */
	offset(id: string): Promise<number>;
	/** Adds what comes; what arrived before a cut is kept. Gives the new offset. */
	append(id: string, offset: number, source: Readable): Promise<number>;
	read(id: string): Promise<Buffer>;
	remove(id: string): Promise<void>;
	/** Removes what nobody has gone on with since. */
	forgetBefore(instant: Date): Promise<number>;
	/** Uploads of one person still in progress. */
	countOf(accountId: string): Promise<number>;
}

const BLOCK = 16;
/** `<account id>.<random>`: whose upload it is can be told without opening anything. */
const ID = /^[0-9a-f-]{36}\.[0-9a-f-]{36}$/;

export const newDepositId = (accountId: string): string => `${accountId}.${randomUUID()}`;
export const isDepositOf = (accountId: string, id: string): boolean =>
	ID.test(id) && id.startsWith(`${accountId}.`);

/** From the counter of the block that holds `offset`, and how far into it. */
function cipherAt(key: Buffer, iv: Buffer, offset: number): Cipheriv {
	const counter =
		(BigInt(`0x${iv.toString('hex')}`) + BigInt(Math.floor(offset / BLOCK))) % 2n ** 128n;
	const from = Buffer.from(counter.toString(16).padStart(32, '0'), 'hex');
	const cipher = createCipheriv('aes-256-ctr', key, from);
	cipher.update(Buffer.alloc(offset % BLOCK));
	return cipher;
}

/** Gives the position after the last byte. */
async function writeAll(file: FileHandle, bytes: Buffer, at: number): Promise<number> {
	for (let done = 0; done < bytes.length;) {
		done += (await file.write(bytes, done, bytes.length - done, at + done)).bytesWritten;
	}
	return at + bytes.length;
}

interface SealedNote extends DepositNote {
	readonly key: string;
	readonly iv: string;
}

const orNull = (error: unknown): null => {
	if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
	throw error;
};

export function depositFolder(folder: string, ring: KeyRing): DepositFolder {
	const bytesFile = (id: string) => join(folder, `${id}.bin`);
	const noteFile = (id: string) => join(folder, `${id}.note`);
	const bound = (id: string) => `deposit/${id}`;

	async function readNote(id: string): Promise<SealedNote | null> {
		if (!ID.test(id)) return null;
		const sealed = await readFile(noteFile(id)).catch(orNull);
		return sealed && (JSON.parse(unseal(ring, bound(id), sealed).toString()) as SealedNote);
	}
	async function keyOf(id: string) {
		const note = await readNote(id);
		if (!note) throw new Error(`no deposit ${id}`);
		return [Buffer.from(note.key, 'hex'), Buffer.from(note.iv, 'hex')] as const;
	}
	async function remove(id: string): Promise<void> {
		await rm(bytesFile(id), { force: true });
		await rm(noteFile(id), { force: true });
	}
	const idsIn = async (): Promise<string[]> =>
		((await readdir(folder).catch(orNull)) ?? [])
			.filter((name) => name.endsWith('.note'))
			.map((name) => name.slice(0, -'.note'.length));
	const sizeOf = async (id: string) => (await stat(bytesFile(id)).catch(orNull))?.size ?? 0;

	return {
		create: async (id, note) => {
			await mkdir(folder, { recursive: true, mode: 0o700 });
			const secret: SealedNote = {
				...note,
				key: randomBytes(32).toString('hex'),
				iv: randomBytes(BLOCK).toString('hex')
			};
			await writeFile(bytesFile(id), '', { mode: 0o600 });
			const sealed = seal(ring, bound(id), Buffer.from(JSON.stringify(secret)));
			await writeFile(noteFile(id), sealed, { mode: 0o600 });
		},
		note: readNote,
		offset: sizeOf,
		append: async (id, offset, source) => {
			const [key, iv] = await keyOf(id);
			const cipher = cipherAt(key, iv, offset);
			const file = await open(bytesFile(id), 'r+');
			let at = offset;
			try {
				// One part in memory at a time: hundreds of uploads may be in progress.
				for await (const part of source)
					at = await writeAll(file, cipher.update(part as Buffer), at);
			} finally {
				await file.close();
			}
			return at;
		},
		read: async (id) => {
			const [key, iv] = await keyOf(id);
			const decipher = createDecipheriv('aes-256-ctr', key, iv);
			return decipher.update(await readFile(bytesFile(id)));
		},
		remove,
		forgetBefore: async (instant) => {
			let forgotten = 0;
			for (const id of await idsIn()) {
				const latest = await stat(bytesFile(id)).catch(orNull);
				if (latest && latest.mtime >= instant) continue;
				await remove(id);
				forgotten++;
			}
			return forgotten;
		},
		countOf: async (accountId) =>
			(await idsIn()).filter((id) => id.startsWith(`${accountId}.`)).length
	};
}
