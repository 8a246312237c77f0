import {
	fileStore,
	keyRing,
	openVault,
	s3Store,
	seal,
	unseal,
	rewrap
} from '$lib/server/documents/storage';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blobStoreSuite } from '../support/documents/blob-store.suite';

const folder = mkdtempSync(join(tmpdir(), 'carnet-blobs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

blobStoreSuite('files', () => fileStore(join(folder, 'files')));

describe('an S3 service', () => {
	let server: S3rver;
	let url = '';
	beforeAll(async () => {
		server = new S3rver({
			...{ port: 0, address: '127.0.0.1', silent: true, directory: join(folder, 's3') },
			configureBuckets: [{ name: 'pieces', configs: [] }]
		});
		const { port } = await server.run();
		url = `http://127.0.0.1:${port}/pieces`;
	});
	afterAll(() => server.close());
	const keys = { region: 'us-east-1', accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };

	blobStoreSuite('the same', () => s3Store({ url, ...keys }));

	test('an unknown bucket is an error, not an empty store', async () => {
		const elsewhere = s3Store({ url: url.replace('/pieces', '/nowhere'), ...keys });
		await expect(elsewhere.put('pieces/a', Buffer.from('x'))).rejects.toThrow();
		await expect(elsewhere.list('pieces/')[Symbol.asyncIterator]().next()).rejects.toThrow();
	});
});

describe('the envelope', () => {
	const [oldKey, newKey] = [randomBytes(32), randomBytes(32)];
	const content = Buffer.from('Canari : 12 rue des Essais');
	const sealed = seal(keyRing([oldKey]), 'pieces/a', content);

	test('opens with its key, for the piece it was sealed for', () => {
		expect(unseal(keyRing([oldKey]), 'pieces/a', sealed).equals(content)).toBe(true);
		expect(sealed.includes('Canari')).toBe(false);
		expect(() => unseal(keyRing([oldKey]), 'pieces/b', sealed)).toThrow();
		expect(() => unseal(keyRing([newKey]), 'pieces/a', sealed)).toThrow(/unknown key/);
	});

	test('does not open once a single bit has changed, wherever it is', () => {
		for (let at = 0; at < sealed.length; at++) {
			const touched = Buffer.from(sealed);
			touched[at]! ^= 1;
			expect(() => unseal(keyRing([oldKey]), 'pieces/a', touched), String(at)).toThrow();
		}
	});

	test('passes under a new key without its content being written again', () => {
		const ring = keyRing([newKey, oldKey]);
		const renewed = rewrap(ring, 'pieces/a', sealed);
		expect(renewed.subarray(65).equals(sealed.subarray(65))).toBe(true);
		expect(unseal(keyRing([newKey]), 'pieces/a', renewed).equals(content)).toBe(true);
	});

	test('a medical piece does not open with the key of the others', async () => {
		const store = fileStore(join(folder, 'vault'));
		const rings = { pieces: keyRing([oldKey]), medical: keyRing([newKey]) };
		const vault = openVault(store, rings);
		await vault.put({ id: 'm', medical: true }, content);
		const stored = (await store.get('medical/m'))!;
		expect(() => unseal(rings.pieces, 'medical/m', stored)).toThrow();
		expect(unseal(rings.medical, 'medical/m', stored).equals(content)).toBe(true);
		expect(await vault.get({ id: 'm', medical: false })).toBeNull();
	});
});
