import { expect, test } from 'vitest';
import { base64, halvesOf, secretOf } from './code';
import { unwrapKey, wrapKey } from './derive';
import { randomBytes } from './ring';

test('only the right code with the right share opens the key, and only for its own database', async () => {
	const [salt, share, key] = [randomBytes(16), base64(randomBytes()), randomBytes()];
	const right = await halvesOf('508213', salt);
	const wrapped = wrapKey(secretOf(right.half, share), key, 'db');
	expect(unwrapKey(secretOf(right.half, share), wrapped, 'db')).toEqual(key);
	expect(unwrapKey(secretOf(right.half, share), wrapped, 'other')).toBeNull();
	expect(unwrapKey(secretOf(right.half, base64(randomBytes())), wrapped, 'db')).toBeNull();
	const wrong = await halvesOf('508214', salt);
	expect(unwrapKey(secretOf(wrong.half, share), wrapped, 'db')).toBeNull();
});

test('the same code gives the same halves here, others on another phone, and neither tells the other', async () => {
	const salt = randomBytes(16);
	const [once, again, elsewhere] = [
		await halvesOf('508213', salt),
		await halvesOf('508213', salt),
		await halvesOf('508213', randomBytes(16))
	];
	expect(again).toEqual(once);
	expect(elsewhere.verifier).not.toBe(once.verifier);
	expect(base64(once.half)).not.toBe(once.verifier);
});
