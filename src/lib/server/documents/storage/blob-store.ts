/**
 * Where sealed bytes stand. Five methods, so that a file system, an S3 service or anything else fits;
 * what is stored is already encrypted. A key is a path of letters, digits, `-`, `.` and `/`.
 */
export interface BlobStore {
	/** Replaces what was there; once it resolves, the bytes are kept. */
	put(key: string, bytes: Uint8Array): Promise<void>;
	/** Null when there is nothing under that key. */
	get(key: string): Promise<Buffer | null>;
	has(key: string): Promise<boolean>;
	/** Nothing under that key is no error. */
	remove(key: string): Promise<void>;
	/** Every key that begins with `prefix`, in no order. */
	list(prefix: string): AsyncIterable<string>;
}

const KEY = /^[a-z0-9-]+(?:\/[a-z0-9-]+)*(?:\.[a-z]+)?$/;

/** @throws RangeError on a key that could leave its place */
export function checkKey(key: string): string {
	if (!KEY.test(key)) throw new RangeError(`not a storage key: ${key}`);
	return key;
}
