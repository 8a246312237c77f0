/** What every store must do, whatever it stands on. */
import type { BlobStore } from '$lib/server/documents/storage';
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';

async function keysOf(store: BlobStore, prefix: string): Promise<string[]> {
	const keys: string[] = [];
	for await (const key of store.list(prefix)) keys.push(key);
	return keys.sort();
}

export function blobStoreSuite(name: string, open: () => BlobStore): void {
	describe(name, () => {
		test('gives back the bytes it was given, 3 MB included', async () => {
			const store = open();
			for (const size of [0, 1, 3_000_000]) {
				const bytes = randomBytes(size);
				await store.put(`pieces/size-${size}`, bytes);
				expect(bytes.equals((await store.get(`pieces/size-${size}`))!)).toBe(true);
			}
		});

		test('replaces what was there', async () => {
			const store = open();
			await store.put('pieces/a', Buffer.from('avant'));
			await store.put('pieces/a', Buffer.from('après'));
			expect((await store.get('pieces/a'))!.toString()).toBe('après');
		});

		test('knows what it does not have, and forgets what is removed', async () => {
			const store = open();
			expect(await store.get('pieces/none')).toBeNull();
			expect(await store.has('pieces/none')).toBe(false);
			await store.remove('pieces/none');
			await store.put('pieces/b', Buffer.from('x'));
			expect(await store.has('pieces/b')).toBe(true);
			await store.remove('pieces/b');
			expect(await store.has('pieces/b')).toBe(false);
		});

		test('lists what begins with a prefix, and nothing else', async () => {
			const store = open();
			const names = Array.from({ length: 7 }, (_, n) => `effacements/n-${n}`);
			await Promise.all(names.map((key) => store.put(key, Buffer.from('1'))));
			await store.put('medical/n-1', Buffer.from('1'));
			expect(await keysOf(store, 'effacements/')).toEqual(names);
			expect(await keysOf(store, 'medical/')).toEqual(['medical/n-1']);
			expect(await keysOf(store, 'nothing/')).toEqual([]);
		});

		test.each(['../a', '/a', 'a/../b', 'A', 'a b', '', 'a//b', 'a\u0000'])(
			'refuses the key %j',
			async (key) => {
				const tries = async () => {
					await open().put(key, Buffer.from('x'));
				};
				await expect(tries()).rejects.toThrow(RangeError);
			}
		);
	});
}
